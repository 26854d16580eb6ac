// Weights rounded to a few levels that share a scale.

import { said, shape, touch } from './kit.js'
import real from './data/weights.js'

/**
 * Absmax: the largest magnitude of a block goes to the largest level, and each weight to the nearest one.
 * @returns the weights as they come back
 */
export function quantize(weights, bits, block) {
  const largest = 2 ** (bits - 1) - 1
  return weights.map((w, i) => {
    const start = i - i % block
    const scale = Math.max(...weights.slice(start, start + block).map(Math.abs)) / largest
    return scale === 0 ? 0 : Math.round(w / scale) * scale
  })
}

/** Root mean square of the errors, as a share of that of the weights. */
export function error(weights, returned) {
  const square = values => values.reduce((sum, v) => sum + v * v, 0)
  return Math.sqrt(square(weights.map((w, i) => w - returned[i])) / square(weights))
}

/** Bits of a weight with its part of a scale of 16 bits. */
export const bitsPerWeight = (bits, block) => bits + 16 / block

export const sample = outlier => outlier ? real.map((w, i) => i === 20 ? 10 * w : w) : real

const fields = [
  { name: 'bits', label: 'Bits', min: 2, max: 8, value: 4 },
  { name: 'block', label: 'Weights that share a scale', options: [8, 16, 32, 64, 128, 256].map(n => [n, String(n)]), value: 32 },
  { name: 'outlier', label: 'Weights', options: [['no', 'as they are'], ['yes', 'one of them ten times as large']], value: 'no' },
]

const shown = 32
const [left, step, middle, high] = [6, 10, 104, 84]

function draw({ bits, block, outlier }, part) {
  const weights = sample(outlier === 'yes')
  const returned = quantize(weights, bits, block)
  const most = Math.max(...weights.slice(0, shown).map(Math.abs), ...returned.slice(0, shown).map(Math.abs))
  const y = w => (middle - high * w / most).toFixed(1)
  part('weights').replaceChildren(...weights.slice(0, shown).flatMap((w, i) => {
    const x = left + i * step
    return [
      shape('line', { x1: x, x2: x, y1: y(w), y2: y(returned[i]), stroke: 'var(--mark-line)', 'stroke-width': 2 }),
      shape('circle', { cx: x, cy: y(w), r: 2.5, fill: 'none', stroke: 'var(--ink)' }),
      shape('rect', { x: x - 3, y: (y(returned[i]) - 1.5).toFixed(1), width: 6, height: 3, fill: 'var(--accent)' }),
    ]
  }))
  const wrong = 100 * error(weights, returned)
  part('error').textContent = `error ${said(wrong, 2)}%`
  part('cost').textContent = `${said(bitsPerWeight(bits, block), 4)} bits each`
  return `${2 ** bits - 1} levels and a scale for each ${block} weights cost ${said(bitsPerWeight(bits, block), 4)} bits for a weight. ` +
    `What comes back is off by ${said(wrong, 2)}% (root mean square of 256 weights).`
}

if (typeof document !== 'undefined') touch('quantizer', fields, draw)
