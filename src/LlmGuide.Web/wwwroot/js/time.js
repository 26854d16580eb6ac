// Times in the zone of the reader

const say = (at, asked) => at.toLocaleString('en-US', asked)

function localize(time) {
  const at = new Date(time.dateTime), year = at.getFullYear(), text = time.firstChild
  if (time.dataset.utc || !/T.*Z$/.test(time.dateTime) || !text?.data) return
  const day = month => `${at.getDate()} ${say(at, { month })}`
  const hour = say(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const full = `${day('long')} ${year}`
  time.dataset.utc = time.title
  time.title = `${full}, ${hour} ${say(at, { timeZoneName: 'short' }).split(' ').pop()} (${time.title})`
  const short = /\d{4}/.test(text.data) || year !== new Date().getFullYear() ? `${day('short')} ${year}` : day('short')
  text.data = text.data.includes(':') ? `${short}, ${hour}` : full
}

const all = node => node.querySelectorAll?.('time').forEach(localize)
all(document)
new MutationObserver(changes => changes.forEach(change => all(change.target))).observe(document.body, { childList: true, subtree: true })
