// From scores to the words that may be drawn: temperature, then three rules that cut the tail.

import { said, shape, touch } from './kit.js'

export function tempered(logits, temperature) {
  const most = Math.max(...logits)
  const powers = logits.map(z => Math.exp((z - most) / temperature))
  const sum = powers.reduce((a, b) => a + b)
  return powers.map(p => p / sum)
}

/**
 * Which entries stay. Each rule looks at the tempered distribution, and a word stays if all of them keep it.
 * @param topK how many at most; 0 for no such rule
 * @param topP the smallest set with at least this mass; 1 for no such rule
 * @param minP at least this share of the best; 0 for no such rule
 */
export function kept(probabilities, { topK = 0, topP = 1, minP = 0 }) {
  const order = probabilities.map((p, i) => [p, i]).sort((a, b) => b[0] - a[0] || a[1] - b[1])
  const stays = probabilities.map(() => false)
  let before = 0
  order.forEach(([p, i], place) => {
    stays[i] = (topK === 0 || place < topK) && (topP >= 1 || before < topP) && p >= minP * order[0][0]
    before += p
  })
  return stays
}

/** What is drawn from, after the cut. */
export function distribution(logits, { temperature, ...rules }) {
  const all = tempered(logits, temperature)
  const stays = kept(all, rules)
  const mass = all.reduce((sum, p, i) => sum + (stays[i] ? p : 0), 0)
  return all.map((p, i) => stays[i] ? p / mass : 0)
}

// Made up: what may follow “The cat sat on the”.
export const words = ['mat', 'floor', 'sofa', 'chair', 'bed', 'roof', 'table', 'moon']
export const logits = [3, 2.2, 1.8, 1.2, 1, 0, -.4, -1.5]

const fields = [
  { name: 'temperature', label: 'Temperature', min: .1, max: 3, step: .1, value: 1, words: v => v.toFixed(1) },
  { name: 'topK', label: 'Top-k', options: [[0, 'no limit'], ...[1, 2, 3, 4, 5, 6].map(k => [k, `the best ${k}`])], value: 0 },
  { name: 'topP', label: 'Top-p', min: .1, max: 1, step: .05, value: .9, words: v => v === 1 ? 'all' : v.toFixed(2) },
  {
    name: 'minP', label: 'Min-p, share of the best', min: 0, max: .5, step: .05, value: 0,
    words: v => v === 0 ? 'no limit' : v.toFixed(2),
  },
]

const [left, across] = [50, 230]

function draw(state, part) {
  const all = tempered(logits, state.temperature)
  const drawn = distribution(logits, state)
  part('bars').replaceChildren(...words.flatMap((word, i) => {
    const y = 24 + i * 26
    const stays = drawn[i] > 0
    const fill = stays ? 'var(--ink)' : 'var(--ink-3)'
    return [
      shape('text', { x: left - 8, y: y + 13, 'text-anchor': 'end', fill }, word),
      shape('rect', { x: left, y, width: (across * drawn[i]).toFixed(1), height: 18, fill: 'var(--accent)' }),
      shape('rect', { x: left, y, width: Math.max(.5, across * all[i]).toFixed(1), height: 18, fill: 'none', stroke: 'var(--control)' }),
      shape('text', { x: 327, y: y + 13, 'text-anchor': 'end', fill }, stays ? drawn[i].toFixed(2) : 'cut'),
    ]
  }))
  const count = drawn.filter(p => p > 0).length
  const lost = all.reduce((sum, p, i) => sum + (drawn[i] > 0 ? 0 : p), 0)
  return `${count} of ${words.length} words may be drawn; “mat” has ${said(all[0], 2)} before the cut and ${said(drawn[0], 2)} after it. ` +
    `What is cut had ${said(100 * lost, 2)}% of the mass.`
}

if (typeof document !== 'undefined') touch('sampling', fields, draw)
