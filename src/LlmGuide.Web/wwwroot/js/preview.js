// A preview beside a form that follows what is typed. It is what the button Preview brings: the form is sent to its own page, and what
// stands in the pane of the answer is put into this one. Without this file the button does that.

const pane = document.querySelector('[data-preview]')
const form = pane.parentElement.querySelector('form')
const [told, text] = [pane.querySelector('[role=status]'), pane.querySelector('div')]
const IDLE = 800 // milliseconds without a key before it is worth asking

let waiting = 0
let asking = null

const show = async () => {
  asking?.abort()
  asking = new AbortController()
  const fields = new FormData(form)
  fields.set('do', pane.dataset.preview)
  const answer = await fetch(location.pathname, { method: 'POST', body: new URLSearchParams(fields), signal: asking.signal }).catch(() => null)
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const now = page.querySelector('[data-preview] > div')
  if (!now?.childElementCount) {
    told.textContent = page.querySelector('[role=alert] p')?.textContent ?? ''
    return
  }
  told.textContent = ''
  text.replaceChildren(...now.childNodes) // the server's own allow-list has been over it
}

const later = () => {
  clearTimeout(waiting)
  waiting = setTimeout(show, IDLE)
}

form.addEventListener('input', later)
form.addEventListener('click', event => { if (event.target.closest('[data-row]')) later() })
if (!text.childElementCount && form.querySelector('[required]')?.value) show()
