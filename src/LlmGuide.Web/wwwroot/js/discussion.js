// Comfort for those who write: drafts that survive, a preview beside the box, replies in place, and new comments as they come.
// Every act works without this file, as a form.

import { drafts } from './drafts.js'

const section = document.getElementById('talk')

// ---- drafts: mirrored while typing, forgotten when the server has them

function forgetPosted() { // the number of what was posted
  const [key, number] = document.cookie.split('; ').find(cookie => cookie.startsWith('posted='))?.slice(7).split('.') ?? []
  if (!key) return
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith('draft:') && JSON.parse(localStorage.getItem(name)).key === key) localStorage.removeItem(name)
  }
  document.cookie = 'posted=; path=/; max-age=0'
  return number
}

function keepDraft(form) {
  const { value } = form.elements['Draft.Text']
  if (value.trim()) drafts.set(form.dataset.draft, JSON.stringify({ text: value, key: form.elements['Draft.Key'].value }))
  else drafts.drop(form.dataset.draft)
}

function restoreDraft(form) {
  const kept = drafts.get(form.dataset.draft)
  const box = form.elements['Draft.Text']
  if (!kept || box.value.trim()) return
  const { text, key } = JSON.parse(kept)
  box.value = text
  form.elements['Draft.Key'].value = key // so that what was sent just before the line went dead is not posted twice
  say(form, 'Your draft is restored.')
}

function say(form, text) {
  form.querySelector('.status').textContent = text
}

// ---- writing

// The server gives a write up after fifteen seconds, and a database that is far away after half a minute; it says so then.
const patience = 40_000

function prepare(form) {
  restoreDraft(form)
  form.addEventListener('input', () => keepDraft(form))
  form.addEventListener('submit', event => send(event, form))
  form.addEventListener('keydown', event => {
    if (event.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit(form.querySelector('button.go'))
    else if (event.key === 'Escape' && form.classList.contains('inline')) dismiss(form)
    else return
    event.preventDefault()
  })
}

async function send(event, form) {
  event.preventDefault()
  keepDraft(form)
  if (event.submitter?.name === 'Draft.Preview') return preview(form)
  const button = event.submitter
  button.disabled = true
  say(form, 'Posting')
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: AbortSignal.timeout(patience) })
    await answered(form, answer)
  } catch (fault) {
    say(form, fault.name === 'TimeoutError'
      ? 'There was no answer, so your comment may not have been posted. The text is still in the box; try again.'
      : 'Your comment was not posted. The connection dropped. The text is still in the box; try again.')
  } finally {
    button.disabled = false
  }
}

async function answered(form, answer) {
  if (new URL(answer.url).pathname.startsWith('/account/')) return location.assign(answer.url)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fault = page.querySelector('.compose .err')
  const outage = page.querySelector('[data-fault]')?.dataset.fault
  if (outage) return say(form, `${outage} The text is still in the box.`)
  const key = page.querySelector('.compose [name="Draft.Key"]')?.value
  if (key) { // another one, where this form has posted another text before
    form.elements['Draft.Key'].value = key
    keepDraft(form)
  }
  if (!answer.ok || fault) return say(form, `Your comment was not posted. ${fault?.textContent ?? 'The text is still in the box; try again.'}`)
  const number = forgetPosted()
  drafts.drop(form.dataset.draft)
  if (!section) return location.assign(number ? `/c/${number}` : answer.url)
  form.elements['Draft.Text'].value = ''
  form.elements['Draft.Key'].value = crypto.randomUUID()
  if (form.elements['Draft.IsQuestion']) form.elements['Draft.IsQuestion'].checked = false
  form.querySelector('.preview').hidden = true
  form.querySelector('.preview').replaceChildren() // its ids belong to the comment now
  if (form.classList.contains('inline')) dismiss(form)
  else say(form, 'Posted.')
  const added = await refresh()
  document.getElementById(added.at(-1))?.scrollIntoView({ block: 'nearest' })
}

async function preview(form) {
  const box = form.querySelector('.preview')
  const answer = await fetch('/api/v1/markdown', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text: form.elements['Draft.Text'].value }) })
    .catch(() => null)
  const result = await answer?.json().catch(() => null)
  if (!answer?.ok) return say(form, result?.detail ?? 'There is no preview: the connection dropped.')
  box.innerHTML = result.html // the server's own allow-list has been over it
  box.hidden = false
  say(form, '')
}

// ---- replies in place, with what is selected as a quotation

function replyTo(link) {
  const comment = link.closest('li.c')
  const open = comment.querySelector(':scope > details > form.inline')
  if (open) return open.elements['Draft.Text'].focus()
  const form = another(section.querySelector(':scope > form.compose'), comment.id)
  form.classList.add('inline')
  form.action = form.dataset.draft = link.dataset.reply
  form.querySelector(`label[for=say-${comment.id}]`).textContent = 'Your reply'
  comment.querySelector(':scope > details > .c-f').after(form)
  prepare(form)
  const box = form.elements['Draft.Text']
  const quoted = quotation(comment)
  if (quoted) box.value = box.value.trim() ? `${box.value.trimEnd()}\n\n${quoted}` : quoted
  box.focus()
}

// The form once more, empty, for something else. Each id in it, and what refers to it, gets a name of its own: two of one name on a page,
// and a label names the box that comes first.
function another(form, name) {
  const copy = form.cloneNode(true)
  const own = id => form.querySelector(`#${id}`) ? `${id}-${name}` : id
  for (const attribute of ['id', 'for', 'aria-controls', 'aria-describedby', 'aria-labelledby']) {
    for (const element of copy.querySelectorAll(`[${attribute}]`)) {
      element.setAttribute(attribute, element.getAttribute(attribute).split(' ').map(own).join(' '))
    }
  }
  copy.elements['Draft.Text'].value = ''
  copy.elements['Draft.Key'].value = crypto.randomUUID()
  copy.querySelector('.check')?.remove()
  copy.querySelector('.names')?.remove()
  copy.querySelector('.preview').hidden = true
  copy.querySelector('.preview').replaceChildren()
  say(copy, '')
  const cancel = document.createElement('button')
  cancel.type = 'button'
  cancel.className = 'btn bare'
  cancel.textContent = 'Cancel'
  cancel.addEventListener('click', () => dismiss(copy))
  copy.querySelector('.status').before(cancel)
  return copy
}

function dismiss(form) { // what is in it stays as a draft
  const comment = form.closest('li.c')
  form.remove()
  comment.querySelector(':scope > details > .c-f a.reply')?.focus()
}

function quotation(comment) {
  const selection = getSelection()
  const body = comment.querySelector(':scope > details > .c-b')
  if (selection.isCollapsed || !body?.contains(selection.anchorNode)) return ''
  const text = written(selection)
  if (!text) return ''
  const number = comment.id.slice(1)
  return `${text.split('\n').map(line => `> ${line}`).join('\n')}\n> — [#${number}](/c/${number})\n\n`
}

function written(selection) { // formulas as their writer typed them; the browser gives a line to each of their signs
  const range = selection.getRangeAt(0).cloneRange()
  const around = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest('.c-b math')
  const [first, last] = [around(range.startContainer), around(range.endContainer)]
  if (first) range.setStartBefore(first)
  if (last) range.setEndAfter(last)
  const part = document.createElement('div')
  part.append(range.cloneContents())
  const formulas = part.querySelectorAll('math')
  if (formulas.length === 0) return selection.toString().trim()
  for (const formula of formulas) {
    const dollars = formula.getAttribute('display') === 'block' ? '$$' : '$'
    formula.replaceWith(dollars + formula.getAttribute('alttext') + dollars)
  }
  section.append(part) // its text is made of what is laid out
  const text = part.innerText.trim()
  part.remove()
  return text
}

// ---- live: when the server says that something changed, what it shows now is taken over, without touching what is being typed

let refreshing = Promise.resolve([])
const refresh = () => (refreshing = refreshing.then(takeOver, takeOver))

async function takeOver() {
  const answer = await fetch(`/conversations/${section.dataset.conversation}${location.search}`, { signal: AbortSignal.timeout(20_000) })
  if (!answer.ok) return []
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('talk')
  const added = []
  section.querySelector('.hrow .small').textContent = now.querySelector('.hrow .small').textContent
  if (now.querySelector('ol.thread') && !section.querySelector('ol.thread')) {
    section.querySelector('.empty')?.replaceWith(document.importNode(now.querySelector('ol.thread'), true))
    return [...section.querySelectorAll('li.c')].map(comment => comment.id)
  }
  for (const theirs of now.querySelectorAll('li.c')) {
    const ours = document.getElementById(theirs.id)
    if (!ours) {
      if (insert(theirs)) added.push(theirs.id)
    } else if (ours.dataset.version !== theirs.dataset.version) {
      replaceOwnParts(ours, theirs)
    }
  }
  return added
}

function insert(theirs) {
  if (document.getElementById(theirs.id)) return false // came with its parent
  const parentId = theirs.parentElement.closest('li.c')?.id
  const parent = parentId ? document.getElementById(parentId)?.querySelector(':scope > details') : section
  if (!parent) return false
  let list = parent.querySelector(':scope > ol.thread')
  if (!list) {
    list = document.createElement('ol')
    list.className = 'thread'
    parent.append(list)
  }
  const before = theirs.previousElementSibling && document.getElementById(theirs.previousElementSibling.id)
  const copy = document.importNode(theirs, true)
  if (before) before.after(copy)
  else list.prepend(copy)
  return true
}

function replaceOwnParts(ours, theirs) {
  if (ours.querySelector(':scope > details > .c-f')?.contains(document.activeElement)) return
  for (const part of ['.c-h', 'details > summary', 'details > .c-b', 'details > .c-f']) {
    const mine = ours.querySelector(`:scope > ${part}`)
    const news = theirs.querySelector(`:scope > ${part}`)
    if (mine && news && mine.innerHTML !== news.innerHTML) mine.replaceWith(document.importNode(news, true))
  }
  ours.dataset.version = theirs.dataset.version
}

function listen() {
  if (!section.dataset.live) return
  const news = new EventSource(section.dataset.live)
  let lost = false
  news.addEventListener('changed', event => { ring(event.data); seen(refresh) })
  news.addEventListener('quiet', event => ring(event.data))
  news.addEventListener('open', () => { if (lost) refresh(); lost = false })
  news.addEventListener('error', () => { lost = true })
  addEventListener('pagehide', () => news.close())
}

function ring(unread) { // the bell counts what happens elsewhere as well
  const bell = document.querySelector('a.bell')
  const number = unread > 99 ? '99+' : unread
  bell.querySelector('.dot')?.remove()
  bell.setAttribute('aria-label', unread > 0 ? `Notifications, ${number} new` : 'Notifications')
  if (unread > 0) bell.insertAdjacentHTML('beforeend', `<span class="dot" aria-hidden="true">${number}</span>`)
}

function seen(act) { // what comes while nobody looks stays new until somebody does
  if (document.hidden) document.addEventListener('visibilitychange', act, { once: true })
  else act()
}

forgetPosted()
document.querySelectorAll('form.compose').forEach(prepare)
section?.addEventListener('click', event => {
  const link = event.target.closest('a.reply')
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  replyTo(link)
})
if (section) listen()
