import { expect, test } from 'vitest'
import { type StageAct, mayAct, stateAfter } from './stage-state'

const states = ['upcoming', 'open', 'closed', 'published'] as const
const acts = ['open', 'change-panel', 'close', 'decide-tie', 'publish', 'correct'] as const satisfies StageAct[]

test('a stage goes one way: opened, closed, published', () => {
  const way = (['open', 'close', 'publish'] as const).reduce<(typeof states)[number][]>(
    (gone, act) => [...gone, stateAfter(gone.at(-1) ?? 'upcoming', act)],
    ['upcoming'],
  )
  expect(way).toEqual(states)
})

test('no act leads back', () => {
  for (const state of states)
    for (const act of acts.filter((act) => mayAct(state, act)))
      expect(states.indexOf(stateAfter(state, act)), `${act} of a stage that is ${state}`).toBeGreaterThanOrEqual(states.indexOf(state))
})

test('each state allows these acts and no others', () => {
  const allowed = Object.fromEntries(states.map((state) => [state, acts.filter((act) => mayAct(state, act))]))
  expect(allowed).toEqual({
    upcoming: ['open', 'change-panel'],
    open: ['change-panel', 'close'],
    closed: ['decide-tie', 'publish'],
    published: ['correct'],
  })
  expect(() => stateAfter('published', 'open')).toThrow('published')
})
