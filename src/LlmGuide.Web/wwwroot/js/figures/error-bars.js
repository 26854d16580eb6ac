// How sure a score is, alone and compared, and what repeated trials say.

import { said, touch } from './kit.js'

/** Standard error of a share on independent questions. */
export const standardError = (share, questions) => Math.sqrt(share * (1 - share) / questions)

/** Of the difference of two models on different questions. */
export const unpaired = (first, second, questions) => Math.hypot(standardError(first, questions), standardError(second, questions))

/** Of the difference on the same questions, when the two differ on a share of them. */
export const paired = (first, second, differ, questions) => Math.sqrt(Math.max(0, differ - (second - first) ** 2) / questions)

/** Of n trials c succeeded: the chance that at least one of k does (Chen and others, 2021). */
export function passAtK(n, c, k) {
  let none = 1
  for (let i = n - c + 1; i <= n; i++) none *= 1 - k / i
  return n - c < k ? 1 : 1 - none
}

/** … and that all of k do: C(c, k) / C(n, k). */
export function passHatK(n, c, k) {
  let all = 1
  for (let i = 0; i < k; i++) all *= (c - i) / (n - i)
  return c < k ? 0 : all
}

const percent = v => `${said(100 * v, 3)}%`
const points = v => `${(100 * v).toFixed(1)}`
const trials = 8

const fields = [
  { name: 'questions', label: 'Questions', options: [30, 89, 198, 500, 1000, 2000, 12000].map(n => [n, said(n, 6)]), value: 198 },
  { name: 'first', label: 'Model A is right', min: .01, max: .99, step: .01, value: .5, words: percent },
  { name: 'second', label: 'Model B is right', min: .01, max: .99, step: .01, value: .55, words: percent },
  { name: 'differ', label: 'They differ on', min: 0, max: .6, step: .01, value: .12, words: percent },
  { name: 'passed', label: `Successes in ${trials} trials of a task`, min: 0, max: trials, value: 6 },
  { name: 'k', label: 'Trials k', min: 1, max: trials, value: 4 },
]

const x = share => 1 + 326 * Math.min(1, Math.max(0, share))
// A difference from −20 to +20 points.
const d = share => 164 + 163 * Math.min(1, Math.max(-1, share / .2))

function bar(part, name, low, middle, high) {
  part(`${name}-bar`).setAttribute('x', low.toFixed(1))
  part(`${name}-bar`).setAttribute('width', (high - low).toFixed(1))
  part(`${name}-dot`).setAttribute('cx', middle.toFixed(1))
}

function draw(state, part) {
  const { questions, first, second, passed, k } = state
  const differ = Math.max(state.differ, Math.abs(second - first))
  const [a, b] = [1.96 * standardError(first, questions), 1.96 * standardError(second, questions)]
  const [apart, together] = [1.96 * unpaired(first, second, questions), 1.96 * paired(first, second, differ, questions)]
  const gain = second - first
  bar(part, 'a', x(first - a), x(first), x(first + a))
  bar(part, 'b', x(second - b), x(second), x(second + b))
  bar(part, 'apart', d(gain - apart), d(gain), d(gain + apart))
  bar(part, 'together', d(gain - together), d(gain), d(gain + together))
  part('a-said').textContent = `A ${percent(first)} ± ${points(a)}`
  part('b-said').textContent = `B ${percent(second)} ± ${points(b)}`
  part('apart-said').textContent = `± ${points(apart)}`
  part('together-said').textContent = `± ${points(together)}`
  const [once, always] = [passAtK(trials, passed, k), passHatK(trials, passed, k)]
  part('once').textContent = once.toFixed(2)
  part('always').textContent = always.toFixed(2)
  part('once-name').textContent = `pass@${k}, at least one`
  part('always-name').textContent = `pass^${k}, all of them`
  return `On ${said(questions, 6)} questions A has ${percent(first)} ± ${points(a)} points (95%). ` +
    `B is ahead by ${points(gain)}: ± ${points(apart)} on different questions, ` +
    `± ${points(together)} on the same ones, and that interval ${Math.abs(gain) > together ? 'leaves out' : 'holds'} zero. ` +
    `A task solved in ${passed} of ${trials} trials has pass@${k} ${said(once, 2)} and pass^${k} ${said(always, 2)}.`
}

if (typeof document !== 'undefined') touch('error-bars', fields, draw)
