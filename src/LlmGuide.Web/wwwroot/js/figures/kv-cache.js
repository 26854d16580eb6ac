// Memory of the keys and values that a model keeps while it writes.

import { said, touch } from './kit.js'

/** What latent attention keeps of a token in a layer, in numbers: a latent of 512 and a rotary key of 64, as DeepSeek-V2 does. */
export const latentWidth = 512 + 64

/** Bytes that one token occupies: a key and a value of `size` numbers for each head that is kept, in each layer. */
export const bytesPerToken = ({ layers, heads, size, bits }) => 2 * layers * heads * size * bits / 8

export const latentBytesPerToken = ({ layers, bits }) => layers * latentWidth * bits / 8

/** Bytes of the cache for each way to share heads. */
export function caches({ layers, heads, group, size, bits, context, sequences }) {
  const tokens = context * sequences
  return {
    each: tokens * bytesPerToken({ layers, heads, size, bits }),
    grouped: tokens * bytesPerToken({ layers, heads: heads / group, size, bits }),
    one: tokens * bytesPerToken({ layers, heads: 1, size, bits }),
    latent: tokens * latentBytesPerToken({ layers, bits }),
  }
}

export const weightBytes = ({ billions, bits }) => billions * 1e9 * bits / 8

const fields = [
  { name: 'billions', label: 'Parameters, billions', min: 1, max: 120, value: 8 },
  { name: 'layers', label: 'Layers', min: 4, max: 128, step: 4, value: 32 },
  { name: 'heads', label: 'Query heads', options: [[8, '8'], [16, '16'], [32, '32'], [64, '64'], [128, '128']], value: 32 },
  { name: 'group', label: 'Queries that share a key', options: [[2, '2'], [4, '4'], [8, '8']], value: 4 },
  { name: 'size', label: 'Numbers per head', options: [[64, '64'], [128, '128'], [256, '256']], value: 128 },
  { name: 'context', label: 'Tokens per sequence', min: 1000, max: 128000, step: 1000, value: 8000 },
  { name: 'sequences', label: 'Sequences at once', min: 1, max: 64, value: 16 },
  { name: 'bits', label: 'Bits per number', options: [[16, '16'], [8, '8'], [4, '4']], value: 16 },
]

const gigabytes = bytes => `${said(bytes / 1e9)} GB`
const across = 326

function draw(state, part) {
  const bytes = { weights: weightBytes(state), ...caches(state) }
  const most = Math.max(...Object.values(bytes))
  for (const [name, value] of Object.entries(bytes)) {
    part(`${name}-bar`).setAttribute('width', Math.max(1, across * value / most))
    part(`${name}-size`).textContent = gigabytes(value)
  }
  part('each-name').textContent = `Every head its own (${state.heads})`
  part('grouped-name').textContent = `${state.group} queries share one (${state.heads / state.group})`
  const token = bytesPerToken({ ...state, heads: state.heads / state.group })
  return `One token occupies ${said(token, 7)} bytes when ${state.group} query heads share a key, and ` +
    `${said(state.context, 7)} tokens of ${said(state.sequences)} sequences ${gigabytes(bytes.grouped)}, beside ${gigabytes(bytes.weights)} of weights. ` +
    `With a key for every head it would be ${gigabytes(bytes.each)}, with a latent ${gigabytes(bytes.latent)}.`
}

if (typeof document !== 'undefined') touch('kv-cache', fields, draw)
