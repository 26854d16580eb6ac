// A router of a mixture of experts: how many tokens each expert gets, and what a limit drops.

import { said, shape, touch } from './kit.js'

export const tokens = 4096

/** Shares of the experts: even, or falling as 1 / place to a power. They add up to 1. */
export function shares(experts, skew) {
  const raw = Array.from({ length: experts }, (_, i) => (i + 1) ** -skew)
  const sum = raw.reduce((a, b) => a + b)
  return raw.map(w => w / sum)
}

/** Tokens sent to each expert when each token is sent to `perToken` of them. */
export const loads = ({ experts, perToken, skew }) => shares(experts, skew).map(share => Math.round(tokens * perToken * share))

/** Places of an expert; none are counted when nothing is dropped. */
export const capacity = ({ experts, perToken, factor }) => factor === 0 ? Infinity : Math.floor(factor * tokens * perToken / experts)

export const dropped = state => loads(state).reduce((sum, load) => sum + Math.max(0, load - capacity(state)), 0)

/** The auxiliary loss of the Switch Transformer in units of α, with mean router probabilities as uneven as the load: 1 is even. */
export const imbalance = ({ experts, skew }) => experts * shares(experts, skew).reduce((sum, share) => sum + share * share, 0)

const fields = [
  { name: 'skew', label: 'How uneven the router is', min: 0, max: 1, step: .05, value: .5, words: v => v === 0 ? 'even' : v.toFixed(2) },
  {
    name: 'factor', label: 'Places', value: 1.25,
    options: [[1, 'as many as even load needs'], [1.25, 'a quarter more'], [1.5, 'half more'], [2, 'twice as many'], [0, 'no limit (dropless)']],
  },
  { name: 'experts', label: 'Experts', options: [[4, '4'], [8, '8'], [16, '16'], [32, '32']], value: 8 },
  { name: 'perToken', label: 'Experts per token', options: [[1, '1'], [2, '2']], value: 1 },
]

const [left, right, foot, high] = [8, 320, 190, 158]

function draw(state, part) {
  const load = loads(state)
  const places = capacity(state)
  const even = tokens * state.perToken / state.experts
  const most = Math.max(load[0], Number.isFinite(places) ? places : 0, even) * 1.04
  const step = (right - left) / state.experts
  const y = value => foot - high * value / most
  part('bars').replaceChildren(...load.flatMap((value, i) => {
    const taken = Math.min(value, places)
    const bar = (from, to, colours) => shape('rect', {
      x: (left + i * step + step * .1).toFixed(1), width: (step * .8).toFixed(1),
      y: y(to).toFixed(1), height: (y(from) - y(to)).toFixed(1), ...colours,
    })
    const over = { fill: 'var(--bad-bg)', stroke: 'var(--bad)' }
    return [bar(0, taken, { fill: 'var(--accent)' }), ...(value > taken ? [bar(taken, value, over)] : [])]
  }))
  const limit = Number.isFinite(places)
  part('limit').setAttribute('d', limit ? `M${left} ${y(places).toFixed(1)}H${right}` : '')
  part('limit-said').textContent = limit ? `${said(places, 6)} places each` : 'no limit'
  part('limit-said').setAttribute('y', (limit ? y(places) : 30).toFixed(1) - 6)
  const lost = dropped(state)
  const share = 100 * lost / (tokens * state.perToken)
  part('dropped').textContent = lost ? `${said(lost, 6)} of ${said(tokens * state.perToken, 6)} dropped` : 'nothing dropped'
  return `The busiest expert gets ${said(load[0], 6)} tokens, ${said(load[0] / even, 2)} times its even share. ` +
    (lost ? `${said(lost, 6)} tokens, ${said(share, 2)}%, find no place and skip the layer. ` : 'No token is dropped. ') +
    `The balance loss is ${said(imbalance(state), 3)} α; even load would be 1 α.`
}

if (typeof document !== 'undefined') touch('router', fields, draw)
