// Rows of a list in a form are moved in place, with the buttons or by dragging. Without this file the same buttons send the form,
// which comes back in the new order. What is saved is the order on the page.

const told = document.getElementById('moved')

for (const list of document.querySelectorAll('ol[data-rows]')) {
  list.addEventListener('click', event => {
    const button = event.target.closest('button[data-row]')
    if (!button) return
    event.preventDefault()
    const row = button.closest('li')
    if (button.dataset.row === 'up') row.previousElementSibling?.before(row)
    else row.nextElementSibling?.after(row)
    settle(list)
    const again = button.disabled ? row.querySelector('button[data-row]:not(:disabled)') : button
    again?.focus()
    say(list, row)
  })
  for (const row of list.children) drag(list, row)
  settle(list)
}

function settle(list) {
  const rows = [...list.children]
  rows.forEach((row, index) => {
    for (const button of row.querySelectorAll('button[name=do]')) button.value = button.value.replace(/\d+$/, index)
    row.querySelector('[data-row=up]').disabled = index === 0
    row.querySelector('[data-row=down]').disabled = index === rows.length - 1
  })
}

function say(list, row) {
  const rows = [...list.children]
  told.textContent = `Now ${rows.indexOf(row) + 1} of ${rows.length}. Save to keep the new order.`
}

function drag(list, row) {
  const grip = document.createElement('span')
  grip.className = 'grip'
  grip.setAttribute('aria-hidden', 'true')
  grip.textContent = '⠿'
  row.querySelector('.rowacts').prepend(grip)
  grip.addEventListener('pointerdown', () => { row.draggable = true })
  grip.addEventListener('pointerup', () => { row.draggable = false })
  row.addEventListener('dragstart', event => { row.classList.add('dragged'); event.dataTransfer.effectAllowed = 'move' })
  row.addEventListener('dragend', () => { row.classList.remove('dragged'); row.draggable = false; settle(list); say(list, row) })
  row.addEventListener('dragover', event => {
    const dragged = list.querySelector(':scope > .dragged')
    if (!dragged) return
    event.preventDefault()
    if (dragged === row) return
    const { top, height } = row.getBoundingClientRect()
    if (event.clientY < top + height / 2) row.before(dragged)
    else row.after(dragged)
  })
}
