// A note beside what it is about: a draft that survives, a preview that follows, and saving and bookmarking in place. Every act works
// without this file, as a form.
import { drafts } from './drafts.js'

const IDLE = 800 // milliseconds without a key before a preview is worth asking for
const PATIENCE = 40_000 // the server gives a write up before that, and says so

let waiting = 0
let asking = null

const pageOf = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html')
const say = (form, text) => { form.querySelector('.status').textContent = text }

function keep(form) {
  const { Text: box, Seen: seen } = form.elements
  if (box.value.trim() === box.defaultValue.trim()) drafts.drop(form.dataset.note)
  else drafts.set(form.dataset.note, JSON.stringify({ text: box.value, seen: seen.value }))
}

function restore(form) {
  const kept = drafts.get(form.dataset.note)
  const { Text: box, Seen: seen } = form.elements
  if (!kept) return
  const draft = JSON.parse(kept)
  if (draft.text === box.value) return drafts.drop(form.dataset.note)
  box.value = draft.text
  seen.value = draft.seen // what was saved elsewhere meanwhile is not overwritten unseen
  form.closest('details')?.setAttribute('open', '')
  say(form, 'Your draft is restored.')
  later(form)
}

function later(form) {
  clearTimeout(waiting)
  waiting = setTimeout(() => preview(form), IDLE)
}

async function preview(form) {
  const box = form.querySelector('.preview')
  if (!form.elements.Text.value.trim()) {
    box.hidden = true
    return
  }
  asking?.abort()
  asking = new AbortController()
  const body = new URLSearchParams(new FormData(form))
  body.set('Preview', 'true')
  const answer = await fetch(form.action, { method: 'POST', body, signal: asking.signal }).catch(() => null)
  if (!answer?.ok) return
  const page = await pageOf(answer)
  const shown = page.querySelector('form[data-note] .preview')
  if (!shown || shown.hidden) return say(form, page.querySelector('form[data-note] .err')?.textContent ?? '')
  box.replaceChildren(...shown.childNodes) // the server's own allow-list has been over it
  box.hidden = false
  say(form, '')
}

async function send(event, form) {
  event.preventDefault()
  clearTimeout(waiting)
  if (event.submitter?.name === 'Preview') return preview(form)
  keep(form)
  say(form, 'Saving')
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: AbortSignal.timeout(PATIENCE) })
    await answered(form, answer)
  } catch {
    say(form, 'This may not have been saved: there was no answer. The text is still in the box; try again.')
  }
}

async function answered(form, answer) {
  if (new URL(answer.url).pathname.startsWith('/account/')) return location.assign(answer.url)
  const page = await pageOf(answer)
  const again = page.querySelector(`form[data-note="${CSS.escape(form.dataset.note)}"]`)
  if (!answer.ok || again?.querySelector('.err')) {
    const outage = page.querySelector('[data-fault]')?.dataset.fault
    if (!again) return say(form, `${outage ?? 'This was not saved.'} The text is still in the box.`)
    form.replaceWith(again)
    return prepare(again)
  }
  drafts.drop(form.dataset.note)
  const fresh = page.getElementById('note')
  const section = form.closest('#note')
  if (!section || !fresh) return location.assign(answer.url)
  section.replaceWith(fresh)
  const own = fresh.querySelector('form[data-note]')
  prepare(own)
  say(own, 'Saved.')
  fresh.querySelector('summary').focus()
}

function prepare(form) {
  form.addEventListener('input', () => { keep(form); later(form) })
  form.addEventListener('submit', event => send(event, form))
  form.addEventListener('keydown', event => {
    if (event.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit(form.querySelector('button'))
  })
}

async function bookmark(event) {
  const form = event.target.closest('form[data-bookmark]')
  if (!form) return
  event.preventDefault()
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, event.submitter)) }).catch(() => null)
  const fresh = answer?.ok && (await pageOf(answer)).querySelector('form[data-bookmark]')
  if (!fresh) return location.reload()
  form.replaceWith(fresh)
  fresh.querySelector('button').focus()
}

document.addEventListener('submit', bookmark)
document.querySelectorAll('form[data-note]').forEach(form => { prepare(form); if (!form.querySelector('.err')) restore(form) })
