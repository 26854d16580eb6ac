// Topics are dragged along the path. Dropping one sends the same form as the buttons, which work without this file.

const form = document.getElementById('order')

for (const row of form?.querySelectorAll('li[data-topic]') ?? []) {
  const grip = document.createElement('span')
  grip.className = 'grip'
  grip.setAttribute('aria-hidden', 'true')
  grip.textContent = '⠿'
  row.querySelector('.rowacts').prepend(grip)
  grip.addEventListener('pointerdown', () => { row.draggable = true })
  grip.addEventListener('pointerup', () => { row.draggable = false })
  row.addEventListener('dragstart', event => { row.classList.add('dragged'); event.dataTransfer.effectAllowed = 'move' })
  row.addEventListener('dragend', () => dropped(row))
}

// Escape gives the place back: the browser then says that nothing was dropped.
let origin = null

form?.addEventListener('dragstart', event => {
  const row = event.target.closest('li[data-topic]')
  origin = { parent: row.parentElement, next: row.nextElementSibling, done: false }
})
form?.addEventListener('drop', event => { event.preventDefault(); if (origin) origin.done = true })
form?.addEventListener('dragover', event => {
  const dragged = form.querySelector('.dragged')
  const list = event.target.closest('.order')?.querySelector('ol[data-stage]')
  if (!dragged || !list) return
  event.preventDefault()
  const row = event.target.closest('li[data-topic]')
  if (row === dragged) return
  if (!row) return void (list.children.length === 0 && list.append(dragged))
  const { top, height } = row.getBoundingClientRect()
  if (event.clientY < top + height / 2) row.before(dragged)
  else row.after(dragged)
})

function dropped(row) {
  row.classList.remove('dragged')
  row.draggable = false
  const { parent, next, done } = origin
  origin = null
  if (!done) return parent.insertBefore(row, next)
  if (row.parentElement === parent && row.nextElementSibling === next) return
  form.elements.topic.value = row.dataset.topic
  form.elements.stage.value = row.parentElement.dataset.stage
  form.elements.before.value = row.nextElementSibling?.dataset.topic ?? ''
  const put = document.createElement('input')
  put.type = 'hidden'
  put.name = 'do'
  put.value = 'put'
  form.append(put)
  form.requestSubmit()
}
