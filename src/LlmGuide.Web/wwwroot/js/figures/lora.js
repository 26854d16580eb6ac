// How many weights a low-rank update trains.

import { said, touch } from './kit.js'

/** Weights of B and A beside one matrix. */
export const pairWeights = (rank, into, out) => rank * (into + out)

/** Of each layer: what is adapted, as [in, out] of its matrices; the inner width of the feed-forward network is four times the width. */
export const matrices = (what, width) => ({
  qv: [[width, width], [width, width]],
  attention: Array(4).fill([width, width]),
  all: [...Array(4).fill([width, width]), [width, 4 * width], [4 * width, width]],
})[what]

export const total = ({ width, layers, rank, what }) =>
  layers * matrices(what, width).reduce((sum, [into, out]) => sum + pairWeights(rank, into, out), 0)

/** All weights of the six matrices of each layer, which stay frozen. */
export const frozen = ({ width, layers }) => layers * matrices('all', width).reduce((sum, [into, out]) => sum + into * out, 0)

const fields = [
  { name: 'rank', label: 'Rank r', options: [1, 2, 4, 8, 16, 32, 64, 128, 256].map(r => [r, String(r)]), value: 8 },
  { name: 'width', label: 'Width', min: 512, max: 8192, step: 512, value: 4096 },
  { name: 'layers', label: 'Layers', min: 4, max: 96, step: 4, value: 32 },
  {
    name: 'what', label: 'What gets an update', value: 'all',
    options: [['qv', 'queries and values'], ['attention', 'all of attention'], ['all', 'all six matrices']],
  },
]

const square = 150
const millions = count => count >= 1e9 ? `${said(count / 1e9)} billion` : count >= 1e6 ? `${said(count / 1e6)} million` : said(count, 6)

function draw(state, part) {
  const { rank, width } = state
  const thin = Math.max(1.5, square * rank / width)
  part('b').setAttribute('width', thin.toFixed(1))
  part('a').setAttribute('height', thin.toFixed(1))
  part('a').setAttribute('x', (190 + thin + 4).toFixed(1))
  part('w-said').textContent = `${width} × ${width}`
  part('frozen-said').textContent = `${millions(width * width)}, frozen`
  part('ab-said').textContent = millions(pairWeights(rank, width, width))
  part('share').textContent = `${said(100 * pairWeights(rank, width, width) / (width * width), 2)}% of W`
  part('rank-said').textContent = `r = ${rank}`
  const trained = total(state)
  return `One matrix of ${width} × ${width} gets ${said(pairWeights(rank, width, width), 9)} trained weights at rank ${rank}, ` +
    `${said(100 * 2 * rank / width, 2)}% of its own; the whole model trains ${millions(trained)} ` +
    `beside ${millions(frozen(state))} frozen ones.`
}

if (typeof document !== 'undefined') touch('low-rank', fields, draw)
