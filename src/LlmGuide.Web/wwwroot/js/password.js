// Shows what is typed into a password's field, for as long as one likes. Without this file it stays hidden.

for (const button of document.querySelectorAll('[data-reveal]')) {
  const field = document.getElementById(button.dataset.reveal)
  const show = shown => {
    field.type = shown ? 'text' : 'password'
    button.setAttribute('aria-pressed', shown)
  }
  button.hidden = false
  button.addEventListener('click', () => show(field.type === 'password'))

  // As a password it is sent, or the browser would remember it among other texts.
  field.form?.addEventListener('submit', () => show(false))
}
