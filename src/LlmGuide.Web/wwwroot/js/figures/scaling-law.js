// The loss of a model of N parameters on D tokens, and the best split of a budget. Constants: Besiroglu and others, 2024
// (https://arxiv.org/abs/2404.10102), the replication of the third approach of Chinchilla.

import { said, shape, touch } from './kit.js'

export const [E, A, B, alpha, beta] = [1.8172, 482.01, 2085.43, .3478, .3658]

export const loss = (parameters, tokens) => E + A / parameters ** alpha + B / tokens ** beta

/** Tokens that a budget of operations pays for: C = 6ND. */
export const tokensFor = (compute, parameters) => compute / (6 * parameters)

/** The size with the lowest loss for a budget, where the derivative of the law is zero. */
export const best = compute => (alpha * A / (beta * B)) ** (1 / (alpha + beta)) * (compute / 6) ** (beta / (alpha + beta))

const fields = [
  { name: 'size', label: 'Parameters', options: [.2, .5, 1, 2, 5, 10, 20, 50, 100, 200, 500].map(n => [n, `${n} billion`]), value: 5 },
  { name: 'compute', label: 'Budget, operations', options: [
    [1e21, '10²¹'], [1.2e22, '1.2 · 10²²'], [1e23, '10²³'], [1e24, '10²⁴'], [3.8e25, '3.8 · 10²⁵, Llama 3 405B'],
  ], value: 1.2e22 },
]

const x = parameters => 44 + 276 * (Math.log10(parameters) - 8) / 4
const high = .16

function draw({ size, compute }, part) {
  const n = size * 1e9
  const d = tokensFor(compute, n)
  const optimal = best(compute)
  const lowest = loss(optimal, tokensFor(compute, optimal))
  const y = value => 196 - 172 * Math.min(1.06, (value - lowest) / high)
  const steps = Array.from({ length: 81 }, (_, i) => 10 ** (8 + i / 20)).filter(p => loss(p, tokensFor(compute, p)) - lowest < high * 1.06)
  part('curve').setAttribute('d', 'M' + steps.map(p => `${x(p).toFixed(1)} ${y(loss(p, tokensFor(compute, p))).toFixed(1)}`).join('L'))
  part('grid').replaceChildren(...[0, .05, .1, .15].flatMap(above => [
    shape('line', { x1: 44, x2: 320, y1: y(lowest + above), y2: y(lowest + above), stroke: above ? 'var(--line)' : 'var(--control)' }),
    shape('text', { x: 38, y: y(lowest + above) + 4.5, 'text-anchor': 'end', fill: 'var(--ink-3)' }, (lowest + above).toFixed(2)),
  ]))
  const value = loss(n, d)
  move(part('chosen'), x(n), y(value))
  move(part('best'), x(optimal), y(lowest))
  part('best-said').setAttribute('x', Math.max(110, Math.min(262, x(optimal))).toFixed(1))
  part('best-said').textContent = `best: ${said(optimal / 1e9, 2)} billion`
  const each = tokensFor(compute, optimal) / optimal
  return `${size} billion parameters on ${said(d / 1e9, 3)} billion tokens, ${said(d / n, 2)} for each parameter, ` +
    `reach a loss of ${value.toFixed(3)}; the best split, ${said(optimal / 1e9, 2)} billion and ${said(each, 2)} tokens for each, ` +
    `reaches ${lowest.toFixed(3)}.`
}

function move(dot, cx, cy) {
  dot.setAttribute('cx', cx.toFixed(1))
  dot.setAttribute('cy', cy.toFixed(1))
}

if (typeof document !== 'undefined') touch('scaling-law', fields, draw)
