import { expect, test } from 'vitest'
import { expectedResult } from './results-date'
import type { Stage } from './section'

const stage = (id: string, type: string) => ({ id, type, dates: `${id}-dates` }) as unknown as Stage
const stages = [
  stage('precheck', 'check'),
  stage('first', 'score'),
  stage('notice', 'notice'),
  stage('make', 'make'),
  stage('final', 'live'),
]

test('the first result comes when the notice after its stage begins', () =>
  expect(expectedResult(stages, [])).toMatchObject({
    stage: { id: 'first' },
    dates: 'notice-dates',
    at: 'start',
  }))

test('a stage without a notice tells its result when it ends', () =>
  expect(expectedResult(stages, ['first'])).toMatchObject({
    stage: { id: 'final' },
    dates: 'final-dates',
    at: 'end',
  }))

test('nothing is expected once the last judged stage is published, nor where nobody judges', () => {
  expect(expectedResult(stages, ['first', 'final'])).toBeNull()
  expect(expectedResult([stage('precheck', 'check')], [])).toBeNull()
})
