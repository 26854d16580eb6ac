// Paints a reader's progress over the map of the home page and over the page of this device. Counts as Core/Learning/Progress.cs does.
const Svg = 'http://www.w3.org/2000/svg'
const one = (selector, within = document) => within.querySelector(selector)

export function count(course, marks) {
  const isDone = work => ['read', 'skipped'].includes(marks[work.slug]?.state)
  const topics = course.topics.map(topic => {
    const touched = topic.works.map(work => marks[work.slug]).filter(mark => mark && mark.state !== 'todo')
    const left = topic.works.filter(work => !isDone(work))
    return {
      ...topic, left, done: topic.works.length - left.length, last: touched.map(mark => mark.since).sort().pop() ?? '',
      state: topic.works.length && !left.length ? 'done' : touched.length ? 'started' : 'todo',
    }
  })
  const open = topic => topic.needs.every(need => topics[need].state === 'done' || !topics[need].works.length)
  const started = topics.filter(topic => topic.state === 'started')
  const here = started.reduce((best, topic) => (!best || topic.last > best.last ? topic : best), null)
  return {
    topics, here,
    next: here ?? topics.find(topic => topic.state === 'todo' && topic.works.length && open(topic)),
    ready: topics.filter(topic => topic !== here && topic.state !== 'done' && open(topic)),
    done: topics.reduce((sum, topic) => sum + topic.done, 0),
    all: topics.reduce((sum, topic) => sum + topic.works.length, 0),
    finished: topics.filter(topic => topic.state === 'done').length,
  }
}

export function paint(course, marks) {
  const progress = count(course, marks)
  for (const topic of progress.topics) {
    const stop = one(`[data-topic="${CSS.escape(topic.slug)}"]`)
    if (stop) paintStop(stop, topic, topic === progress.here)
  }
  for (const line of document.querySelectorAll('[data-edge]')) {
    const [from, to] = line.dataset.edge.split('>')
    const walked = progress.topics[from].state !== 'todo' && to.split(' ').some(at => progress.topics[at].state !== 'todo')
    line.setAttribute('class', walked ? 'done' : 'todo')
  }
  const words = one('[data-overall]')
  if (words) {
    words.textContent = `${progress.done} of ${progress.all} essentials done, ${progress.finished} of ${progress.topics.length} topics done`
  }
  for (const card of document.querySelectorAll('[data-next]')) paintNext(card, progress.next)
  const list = one('[data-ready]')
  if (list) list.parentElement.hidden = !progress.ready.length
  list?.replaceChildren(...progress.ready.map(topic => {
    const item = document.createElement('li')
    const after = topic.needs.map(need => progress.topics[need].title)
    item.append(link(`/topics/${topic.slug}`, topic.title), after.length ? `, after ${after.join(' and ')}` : ', needs nothing before it')
    return item
  }))
}

function link(href, text) {
  const a = document.createElement('a')
  a.href = href
  a.textContent = text
  return a
}

function paintNext(card, topic) {
  const work = topic?.left[0]
  if (!work) return
  one('h2', card).textContent = `Continue: ${topic.title}`
  one('.title', card).replaceChildren(link(`/resources/${work.slug}`, work.title))
  const length = document.createElement('span')
  length.className = 'first'
  length.textContent = work.minutes ? `about ${work.minutes < 90 ? `${work.minutes} min` : `${Math.round(work.minutes / 30) / 2} h`}` : ''
  one('.meta', card).replaceChildren(length)
  Object.assign(one('.btn.go', card), { href: work.url, textContent: 'Open' })
  Object.assign(one('.btn:not(.go)', card), { href: `/topics/${topic.slug}`, textContent: 'See the topic' })
}

function paintStop(stop, topic, here) {
  const rail = one('.rail', stop)
  const station = one('.st', rail)
  rail.querySelectorAll('.halo,.ring,.ringbg,.tick').forEach(old => old.remove())
  one('.here', stop)?.remove()
  const [x, y] = [station.getAttribute('cx'), station.getAttribute('cy')]
  const circle = (kind, r, more = {}) => draw(rail, 'circle', { class: kind, cx: x, cy: y, r, ...more })
  const started = topic.state === 'started'
  station.setAttribute('class', topic.state === 'done' ? 'st full' : 'st')
  station.setAttribute('r', topic.state === 'done' ? 9 : 7.5)
  station.style.display = started ? 'none' : ''
  if (topic.state === 'done') draw(rail, 'path', { class: 'tick', d: `M${x - 4} 31.3l2.8 2.8 5.2-5.8` })
  if (here) circle('halo', 14)
  if (started) {
    const share = topic.done / topic.works.length * 100
    circle('ringbg', 8)
    circle('ring', 8, { pathLength: 100, 'stroke-dasharray': `${share} 100`, transform: `rotate(-90 ${x} ${y})` })
  }
  stop.toggleAttribute('aria-current', false)
  if (here) {
    stop.setAttribute('aria-current', 'step')
    const label = document.createElement('mark')
    label.className = 'here'
    label.textContent = 'You are here'
    one('h3', stop).append(' ', label)
  }
  const side = one('.side b', stop)
  if (side) side.textContent = topic.state === 'todo' ? '' : `${topic.done} of ${topic.works.length} done, `
}

function draw(rail, name, attributes) {
  const shape = document.createElementNS(Svg, name)
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value)
  rail.append(shape)
}
