// Speculative decoding: tokens for each pass of the large model, and the speed-up (Leviathan and others, 2023,
// https://arxiv.org/abs/2211.17192, section 3).

import { said, shape, touch } from './kit.js'

/** Expected tokens of a pass: the accepted ones of the draft, up to the first refusal, and one of the large model's own. */
export const expected = (acceptance, draft) => acceptance === 1 ? draft + 1 : (1 - acceptance ** (draft + 1)) / (1 - acceptance)

/** How much quicker, when a pass of the draft model costs `cost` of one of the large model, and checking is free beside it. */
export const speedUp = (acceptance, draft, cost) => expected(acceptance, draft) / (draft * cost + 1)

/** The draft length with the largest speed-up. */
export function bestDraft(acceptance, cost, longest = 16) {
  const lengths = Array.from({ length: longest + 1 }, (_, i) => i)
  return lengths.reduce((best, length) => speedUp(acceptance, length, cost) > speedUp(acceptance, best, cost) + 1e-12 ? length : best)
}

const fields = [
  { name: 'acceptance', label: 'Chance that a guess is accepted', min: 0, max: .95, step: .05, value: .8, words: v => v.toFixed(2) },
  { name: 'draft', label: 'Guesses for each check', min: 1, max: 16, value: 4 },
  { name: 'cost', label: 'Cost of a guess, of a pass', min: 0, max: .5, step: .05, value: .05, words: v => v.toFixed(2) },
]

// A guess is used when it and all before it are accepted; a narrow box has no room for its number.
function box(i, draft, acceptance) {
  const width = Math.min(44, 326 / (draft + 1))
  const [x, own] = [1 + i * width, i === draft]
  const used = acceptance ** (i + 1)
  const colours = own
    ? { fill: 'var(--mark)', stroke: 'var(--mark-line)' }
    : { fill: 'var(--accent)', stroke: 'var(--accent)', 'fill-opacity': used.toFixed(3) }
  const middle = { x: x + (width - 3) / 2, y: 74, 'text-anchor': 'middle', fill: 'var(--ink-2)' }
  return [
    shape('rect', { x, y: 26, width: width - 3, height: 30, rx: 3, ...colours }),
    ...(width >= 30 ? [shape('text', middle, own ? '+1' : used.toFixed(2))] : []),
  ]
}

function draw({ acceptance, draft, cost }, part) {
  part('boxes').replaceChildren(...Array.from({ length: draft + 1 }, (_, i) => box(i, draft, acceptance)).flat())
  const values = Array.from({ length: 17 }, (_, i) => speedUp(acceptance, i, cost))
  const most = Math.max(2, ...values) * 1.05
  const [x, y] = [length => 34 + 286 * length / 16, value => 218 - 106 * value / most]
  part('curve').setAttribute('d', 'M' + values.map((value, i) => `${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join('L'))
  part('once').setAttribute('y1', y(1).toFixed(1))
  part('once').setAttribute('y2', y(1).toFixed(1))
  part('once-said').setAttribute('y', (y(1) + 4.5).toFixed(1))
  const value = speedUp(acceptance, draft, cost)
  part('dot').setAttribute('cx', x(draft).toFixed(1))
  part('dot').setAttribute('cy', y(value).toFixed(1))
  part('dot-said').setAttribute('x', Math.min(300, x(draft)).toFixed(1))
  part('dot-said').setAttribute('y', (y(value) + 24).toFixed(1))
  part('dot-said').textContent = `${said(value, 3)} times`
  const best = bestDraft(acceptance, cost)
  return `A check of ${draft} ${draft === 1 ? 'guess' : 'guesses'} gives ${said(expected(acceptance, draft), 3)} tokens on average ` +
    `and is ${said(value, 3)} times as quick as one token at a time. ` +
    (best === draft ? 'No other length is quicker.' : `With ${best} it would be ${said(speedUp(acceptance, best, cost), 3)} times.`)
}

if (typeof document !== 'undefined') touch('speculative', fields, draw)
