// Byte pair encoding of the reader's own text, merge by merge. The 3,000 merges were learned from the texts of this guide, on bytes; they
// are fetched when somebody first changes the figure.

import { said, shape, touch } from './kit.js'

// Words with the space before them, digits one by one, signs: no merge goes over these borders.
const piece = / ?\p{L}+| ?\p{N}| ?[^\s\p{L}\p{N}]+|\s+/gu

// A byte is written as a sign of its own: itself if it is printable ASCII, else moved up by 256.
const sign = byte => String.fromCharCode(byte > 32 && byte < 127 ? byte : 256 + byte)

function bytesOf(text) {
  const bytes = []
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)
    if (point > 0xFFFF) i++
    bytes.push(...utf8(point))
  }
  return bytes
}

function utf8(point) {
  if (point < 0x80) return [point]
  const rest = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3
  const first = [0xC0, 0xE0, 0xF0][rest - 1] | point >> 6 * rest
  return [first, ...Array.from({ length: rest }, (_, i) => 0x80 | point >> 6 * (rest - 1 - i) & 0x3F)]
}

/** The rank of each merge by its two parts, from lines of “left right”. */
export const ranks = text => new Map(text.split('\n').filter(line => line).map((line, rank) => [line, rank]))

/**
 * Encodes a text, at most so many merges far; a merge joins all its pairs at once.
 * @returns tokens, how many merges were made, and the last one
 */
export function encode(text, merges, limit = Infinity) {
  let words = (text.toWellFormed?.() ?? text).match(piece)?.map(word => bytesOf(word).map(sign)) ?? []
  let [steps, last] = [0, null]
  while (steps < limit) {
    let best = null
    for (const word of words) {
      for (let i = 0; i + 1 < word.length; i++) {
        const rank = merges.get(`${word[i]} ${word[i + 1]}`)
        if (rank !== undefined && (best === null || rank < best.rank)) best = { rank, left: word[i], right: word[i + 1] }
      }
    }
    if (best === null) break
    words = words.map(word => join(word, best))
    steps++
    last = best
  }
  return { tokens: words.flat(), steps, last }
}

function join(word, { left, right }) {
  const joined = []
  for (let i = 0; i < word.length; i++) {
    const both = word[i] === left && word[i + 1] === right
    joined.push(both ? left + right : word[i])
    if (both) i++
  }
  return joined
}

/** Tokens as a reader should see them: the space as ␣, a byte that is no character of its own in hexadecimal. */
export function shown(token) {
  const bytes = [...token].map(c => c.charCodeAt(0) >= 256 ? c.charCodeAt(0) - 256 : c.charCodeAt(0))
  if (bytes.every(byte => byte < 0x80)) return bytes.map(byte => byte > 32 ? String.fromCharCode(byte) : '␣').join('')
  try {
    return decodeURIComponent(bytes.map(hexadecimal).join('')).replaceAll(' ', '␣')
  } catch {
    return bytes.map(byte => hexadecimal(byte).slice(1)).join('')
  }
}

const hexadecimal = byte => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`

const all = 60

const fields = [
  { name: 'text', label: 'Your text', text: 60, value: 'The unseen word hands, and seven more tokens' },
  { name: 'merges', label: 'Merges made', min: 0, max: all, value: all, words: v => v === all ? 'all' : String(v) },
]

let merges = null

async function prepare() {
  const answer = await fetch(new URL('./data/merges.txt', import.meta.url))
  if (!answer.ok) throw new Error(`The merges: ${answer.status}`)
  merges = ranks(await answer.text())
}

const [top, line, lines] = [24, 32, 10]

/** A token; every other one is filled, so that neighbours are told apart, and what was just joined is yellow. */
function box(x, y, width, words, newest, i) {
  const colours = newest
    ? { fill: 'var(--mark)', stroke: 'var(--mark-line)' }
    : { fill: i % 2 ? 'var(--accent-bg)' : 'none', stroke: 'var(--accent)' }
  const middle = { x: x + width / 2, y: y + 16.5, 'text-anchor': 'middle', 'font-family': 'var(--mono)' }
  return [
    shape('rect', { x, y, width, height: 24, rx: 3, ...colours }),
    shape('text', newest ? { ...middle, fill: 'var(--mark-ink)' } : middle, words),
  ]
}

function draw(state, part) {
  const { tokens, steps, last } = encode(state.text, merges, state.merges === all ? Infinity : state.merges)
  const bytes = bytesOf(state.text).length
  let [x, y] = [1, top]
  part('tokens').replaceChildren(...tokens.flatMap((token, i) => {
    const words = shown(token)
    const width = 10 + 8 * [...words].length
    if (x + width > 327) [x, y] = [1, y + line]
    const at = x
    x += width + 3
    const newest = last !== null && state.merges !== all && token === last.left + last.right
    return y >= top + lines * line ? [] : box(at, y, width, words, newest, i)
  }))
  part('tokens').ownerSVGElement.setAttribute('viewBox', `0 0 328 ${Math.min(top + lines * line, y + line)}`)
  part('count').textContent = `${tokens.length} tokens for ${bytes} bytes`
  return `After ${steps} ${steps === 1 ? 'merge' : 'merges'} the ${bytes} bytes are ${tokens.length} tokens` +
    (tokens.length ? `, ${said(bytes / tokens.length, 2)} bytes for each.` : '.') +
    (last ? ` The last merge joined “${shown(last.left)}” and “${shown(last.right)}”, ` +
      `number ${said(last.rank + 1, 6)} of ${said(merges.size, 6)} in the order learned.` : '')
}

if (typeof document !== 'undefined') touch('byte-pairs', fields, draw, prepare)
