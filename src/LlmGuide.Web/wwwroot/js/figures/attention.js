// Attention weights of one head over a sentence. The vectors are made up, so that one can see what each word looks for.

import { said, shape, touch } from './kit.js'

export function softmax(scores) {
  const most = Math.max(...scores)
  const powers = scores.map(s => Math.exp(s - most))
  const sum = powers.reduce((a, b) => a + b)
  return powers.map(p => p / sum)
}

const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0)

/** The weights with which a query reads keys; where it may not read, nothing. */
export function weights(query, keys, allowed, scaled = true) {
  const by = scaled ? Math.sqrt(query.length) : 1
  return softmax(keys.map((key, i) => allowed(i) ? dot(query, key) / by : -Infinity))
}

// Of four numbers the first stands for “is a noun”, the second for “is a verb”, the third for “is a little word”, the last tells the two
// clauses apart. A key says what a word is, a query what it looks for.
export const words = [
  { text: 'The', key: [0, 0, 2, 0], query: [2, 0, 0, 0] },
  { text: 'cat', key: [2, 0, 0, 1], query: [0, 0, 2, 0] },
  { text: 'we', key: [2, 0, 0, -1], query: [0, 2, 0, -2] },
  { text: 'fed', key: [0, 2, 0, -1], query: [2, 0, 0, 1] },
  { text: 'slept', key: [0, 2, 0, 1], query: [2, 0, 0, 2] },
  { text: 'well', key: [0, 0, 1, 0], query: [0, 2, 0, 2] },
]

export const row = (reader, masked, scaled) =>
  weights(words[reader].query, words.map(w => w.key), i => !masked || i <= reader, scaled)

const fields = [
  { name: 'word', label: 'Which word reads?', options: words.map((w, i) => [i, w.text]), value: 4 },
  { name: 'mask', label: 'What may it read?', options: [['left', 'itself and what stands left'], ['all', 'everything']], value: 'left' },
  { name: 'scale', label: 'Scores', options: [['yes', 'divided by √4 = 2'], ['no', 'as they are']], value: 'yes' },
]

const [left, top, size] = [56, 28, 44]

function draw({ word, mask, scale }, part) {
  const masked = mask === 'left'
  const scaled = scale === 'yes'
  const cells = words.flatMap((reader, i) => {
    const read = row(i, masked, scaled)
    return words.map((_, j) => shape('rect', {
      x: left + j * size, y: top + i * size * .62, width: size - 2, height: size * .62 - 2,
      ...(masked && j > i ? { fill: 'var(--sunken)' } : { fill: 'var(--accent)', 'fill-opacity': (.06 + .94 * read[j]).toFixed(3) }),
    }))
  })
  part('cells').replaceChildren(...cells)
  part('reader').setAttribute('y', top + word * size * .62 - 2)
  const read = row(word, masked, scaled)
  part('numbers').replaceChildren(...read.map((weight, j) => shape(
    'text', { x: left + j * size + size / 2, y: 224, 'text-anchor': 'middle' }, masked && j > word ? '–' : weight.toFixed(2))))
  const best = read.indexOf(Math.max(...read))
  return `“${words[word].text}” reads most from “${words[best].text}”, with weight ${said(read[best], 2)}.` +
    (masked && word < words.length - 1 ? ' It cannot see what comes after it.' : '') +
    (scaled ? '' : ' Without the division the largest score takes nearly everything.')
}

if (typeof document !== 'undefined') touch('attention', fields, draw)
