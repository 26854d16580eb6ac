// What is being typed, mirrored in this browser until the server has it. Each by the address that it will be sent to.
const name = key => `draft:${key}`

export const drafts = {
  get: key => localStorage.getItem(name(key)),
  set: (key, value) => localStorage.setItem(name(key), value),
  drop: key => localStorage.removeItem(name(key)),
}
