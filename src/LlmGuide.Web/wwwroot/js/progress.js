// How far a reader is with the works of a page. Members' marks are on the server: a button posts its form, and what changed on the page
// is swapped for what the server answers. Without an account, and without a connection, marks are kept here in one document, which is
// painted over the page that everybody gets. See docs/decisions/0036-progress.md.
import { adopt, load, recover, save, watch } from './progress-store.js'

const form = document.getElementById('mark')
const note = document.getElementById('mark-note')
const regions = () => document.querySelectorAll('[data-work]')

function say(text) {
  note.textContent = text
  note.hidden = !text
}

function press(region, state) {
  for (const button of region.querySelectorAll('[data-state]')) {
    const pressed = button.dataset.state === state
    button.setAttribute('aria-pressed', pressed)
    button.value = pressed ? 'todo' : button.dataset.state
  }
}

function mark(slug, state) {
  save(doc => { doc.marks[slug] = { state, since: new Date().toISOString() }; })
}

// Without an account.
const done = (marks, slug) => ['read', 'skipped'].includes(marks[slug]?.state)

function paint() {
  const { marks } = load()
  const work = [...regions()]
  for (const region of work) {
    region.classList.remove('kept')
    press(region, marks[region.dataset.work]?.state)
  }
  const count = document.getElementById('progress')
  if (count) {
    const all = work.filter(region => 'essential' in region.dataset)
    const read = all.filter(region => done(marks, region.dataset.work)).length
    count.hidden = !read
    count.querySelector('strong').textContent = `${read} of ${all.length}`
    count.querySelector('progress').value = read
  }
  if (Object.keys(marks).length || document.getElementById('device')) paintPath(marks)
}

async function paintPath(marks) {
  try {
    const course = await (paintPath.course ??= fetch('/path.json').then(answer => answer.json()))
    const renamed = Object.keys(marks).filter(slug => course.moved[slug])
    if (renamed.length) {
      save(doc => renamed.forEach(slug => adopt(doc, course.moved[slug], doc.marks[slug], slug)))
      paint()
    } else if (document.querySelector('[data-topic], #device')) {
      (await import('./progress-path.js')).paint(course, load().marks)
    }
  } catch {
    // Without the path, the works of this page are painted all the same.
    paintPath.course = undefined
  }
}

function here(event) {
  const button = event.target.closest('[data-work] [data-state]')
  if (!button) return
  mark(button.closest('[data-work]').dataset.work, button.value)
  paint()
}

// Members.
async function post(event) {
  event.preventDefault()
  const button = event.submitter
  const region = button.closest('[data-work]')
  const { work } = region.dataset
  const { value } = button
  const body = new FormData(form, button)
  press(region, value)
  try {
    const answer = await fetch(button.formAction, { method: 'POST', body })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (!answer.ok || !page.getElementById('mark')) { location.reload(); return; }
    for (const old of document.querySelectorAll('[data-swap]')) {
      const fresh = page.querySelector(`[data-swap="${CSS.escape(old.dataset.swap)}"]`)
      if (fresh) old.replaceWith(fresh)
    }
    document.querySelector(`[data-work="${CSS.escape(work)}"] [data-state="${button.dataset.state}"]`)?.focus()
    say('')
  } catch {
    mark(work, value)
    say('No connection. Your mark is kept on this device and sent when there is one.')
  }
}

async function send() {
  const sent = load()
  if (!Object.keys(sent.marks).length) return
  const body = new FormData(form)
  body.set('document', JSON.stringify({ ...sent, now: new Date().toISOString() }))
  const answer = await fetch('/me/device', { method: 'POST', body }).catch(() => null)
  if (!answer?.ok || answer.redirected) return

  // What another tab has marked meanwhile waits for the next time.
  save(doc => {
    for (const [slug, { since }] of Object.entries(sent.marks)) if (doc.marks[slug]?.since === since) delete doc.marks[slug]
  })
  const { message, added } = await answer.json()
  if (added) {
    sessionStorage.setItem('progress-note', message)
    location.reload()
  } else {
    say(message)
  }
}

recover()
if (form) {
  form.addEventListener('submit', post)
  addEventListener('online', send)
  say(sessionStorage.getItem('progress-note') ?? '')
  sessionStorage.removeItem('progress-note')
  send()
} else {
  document.addEventListener('click', here)
  addEventListener('pageshow', event => { if (event.persisted) paint(); })
  watch(paint)
  paint()
}
