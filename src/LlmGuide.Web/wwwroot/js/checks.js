// Answers and hints of checks in place: what the page of the check says is put where the check stands. Without this file, forms and links
// lead to that page.

async function swap(box, ask) {
  const answer = await ask()
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.querySelector(`[data-check="${CSS.escape(box.dataset.check)}"]`)
  if (!answer.ok || !fresh) throw new Error('No such check.')
  const words = box.querySelector('textarea')?.value
  box.replaceWith(fresh)
  const typed = fresh.querySelector('textarea')
  if (typed && words) typed.value = words
  fresh.querySelector('[role=status],[role=alert],.note')?.focus()
}

document.addEventListener('submit', async event => {
  const form = event.target
  const box = form.closest('[data-check]')
  if (!box || !('answer' in form.dataset)) return
  event.preventDefault()
  const body = new FormData(form)
  await swap(box, () => form.method === 'post'
    ? fetch(form.action, { method: 'POST', body })
    : fetch(`${form.getAttribute('action')}?${new URLSearchParams(body)}`)).catch(() => form.submit())
})

document.addEventListener('click', async event => {
  const link = event.target.closest('[data-check] a[data-hint]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  await swap(link.closest('[data-check]'), () => fetch(link.href)).catch(() => { location.href = link.href })
})
