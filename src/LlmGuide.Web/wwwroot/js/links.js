// Keeps the bar of a running round or import up to date; the page does without this file and its link.

const round = document.getElementById('round')
const number = new Intl.NumberFormat('en')

if (round) {
  const news = new EventSource(round.dataset.live)
  const bar = round.querySelector('progress')

  // It moves by itself from here on.
  round.querySelector('[data-refresh]')?.remove()
  let tenth = 0

  news.addEventListener('progress', event => {
    const { done, total } = JSON.parse(event.data)
    bar.max = Math.max(total, 1)
    bar.value = done
    const words = `${number.format(done)} of ${number.format(total)} ${round.dataset.words}`
    document.getElementById('round-words').textContent = words

    // Said aloud at each tenth, not at each link.
    const reached = Math.floor(10 * done / Math.max(total, 1))
    if (reached > tenth) document.getElementById('round-status').textContent = words
    tenth = reached
  })

  news.addEventListener('ended', () => {
    news.close()
    location.reload()
  })
}
