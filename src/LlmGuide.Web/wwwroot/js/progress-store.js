// The document of what was marked in this browser: { version, marks: { SLUG: { state, since } } }. It is read anew before every change,
// so two tabs lose nothing of each other. What cannot be read (broken, older, or of a newer guide) is kept aside under a name of its own.
export const Key = 'llmguide-progress'
export const Version = 1

// There was no room to keep aside what cannot be read, so nothing may be written over it.
let locked = false
const States = ['todo', 'reading', 'read', 'skipped']

export function parse(text) {
  try {
    const doc = JSON.parse(text)
    if (doc?.version !== Version || Object(doc.marks) !== doc.marks || Array.isArray(doc.marks)) return null
    const marks = Object.entries(doc.marks).filter(([, mark]) => States.includes(mark?.state) && Date.parse(mark.since) > 0)
    return { version: Version, marks: Object.fromEntries(marks) }
  } catch {
    return null
  }
}

export function load() {
  let text
  try { text = localStorage.getItem(Key); } catch { /* This browser keeps nothing. */ }
  const doc = text ? parse(text) : null
  locked = Boolean(text && !doc && !keepAside(text))
  return doc ?? { version: Version, marks: {} }
}

export function save(change) {
  const doc = load()
  if (locked) return
  change(doc)
  try { localStorage.setItem(Key, JSON.stringify(doc)); } catch { /* Full, or not allowed: the page says what it can. */ }
}

// A mark that comes from elsewhere: the newer stays. No time is later than now, so that the next mark wins over it.
export function adopt(doc, slug, mark, from) {
  const since = new Date(Math.min(Date.parse(mark.since), Date.now())).toISOString()
  if (from) delete doc.marks[from]
  if (!(doc.marks[slug]?.since >= since)) doc.marks[slug] = { state: mark.state, since }
}

export function aside() {
  try {
    return Object.keys(localStorage).filter(name => name.startsWith(`${Key}-aside-`))
  } catch {
    return []
  }
}

// What was kept aside because a newer guide wrote it is read once that guide is back.
export function recover() {
  for (const name of aside()) {
    const found = parse(localStorage.getItem(name))
    if (!found) continue
    save(doc => Object.entries(found.marks).forEach(([slug, mark]) => adopt(doc, slug, mark)))
    localStorage.removeItem(name)
  }
}

export function watch(changed) {
  addEventListener('storage', event => { if (event.key === Key || event.key === null) changed(); })
}

function keepAside(text) {
  try {
    localStorage.setItem(`${Key}-aside-${Date.now()}`, text)
    localStorage.removeItem(Key)
    return true
  } catch {
    return false
  }
}
