// Comfort for those who write: drafts that survive, a preview beside the box, replies in place, and new comments as they come.
// Every act works without this file, as a form.

const section = document.getElementById('talk')
const drafts = { get: key => localStorage.getItem(`draft:${key}`), set: (key, value) => localStorage.setItem(`draft:${key}`, value), drop: key => localStorage.removeItem(`draft:${key}`) }

// ---- drafts: mirrored while typing, forgotten when the server has them

function forgetPosted() {
  const posted = document.cookie.split('; ').find(cookie => cookie.startsWith('posted='))?.slice(7)
  if (!posted) return
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith('draft:') && JSON.parse(localStorage.getItem(name)).key === posted) localStorage.removeItem(name)
  }
  document.cookie = 'posted=; path=/; max-age=0'
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
  say(form, 'This is the draft that you left here.')
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
  if (!answer.ok || fault) return say(form, `Your comment was not posted. ${fault?.textContent ?? 'The text is still in the box; try again.'}`)
  forgetPosted()
  drafts.drop(form.dataset.draft)
  if (!section) return location.assign(answer.url)
  form.elements['Draft.Text'].value = ''
  form.elements['Draft.Key'].value = crypto.randomUUID()
  form.querySelector('.preview').hidden = true
  form.querySelector('.preview').replaceChildren() // its ids belong to the comment now
  if (form.classList.contains('inline')) form.remove()
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
  const form = section.querySelector('form.compose').cloneNode(true)
  form.classList.add('inline')
  form.action = link.dataset.reply
  form.dataset.draft = link.dataset.reply
  form.elements['Draft.Key'].value = crypto.randomUUID()
  form.querySelector('.check')?.remove()
  form.querySelector('.preview').hidden = true
  form.querySelector('.preview').replaceChildren()
  const box = form.elements['Draft.Text']
  box.value = quotation(comment)
  for (const [old, name] of [['say', `say-${comment.id}`], ['say-h', `say-h-${comment.id}`]]) {
    form.querySelector(`#${old}`)?.setAttribute('id', name)
  }
  form.querySelector('label').htmlFor = box.id
  form.querySelector('label').textContent = 'Your reply'
  box.setAttribute('aria-describedby', `say-h-${comment.id}`)
  comment.querySelector(':scope > details > .c-f').after(form)
  prepare(form)
  box.focus()
}

function quotation(comment) {
  const selection = getSelection()
  const text = selection.toString().trim()
  const body = comment.querySelector(':scope > details > .c-b')
  if (!text || !body?.contains(selection.anchorNode)) return ''
  const number = comment.id.slice(1)
  return `${text.split('\n').map(line => `> ${line}`).join('\n')}\n> — [#${number}](/c/${number})\n\n`
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
  for (const part of ['summary', '.c-b', '.c-f']) {
    const mine = ours.querySelector(`:scope > details > ${part}`)
    const news = theirs.querySelector(`:scope > details > ${part}`)
    if (mine && news && mine.innerHTML !== news.innerHTML) mine.replaceWith(document.importNode(news, true))
  }
  ours.dataset.version = theirs.dataset.version
}

function listen() {
  if (!section.dataset.live) return
  const news = new EventSource(section.dataset.live)
  let lost = false
  news.addEventListener('changed', refresh)
  news.addEventListener('open', () => { if (lost) refresh(); lost = false })
  news.addEventListener('error', () => { lost = true })
  addEventListener('pagehide', () => news.close())
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
