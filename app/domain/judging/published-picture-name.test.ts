import { expect, test } from 'vitest'
import { pictureAddress, readPictureName } from './published-picture-name'

test('what an address was made of is read back, hyphens in the slot included', () => {
  const name = pictureAddress('a-cup-2026', 'K-0417', 'front-view-12', 'sheet').split('/').at(-1) ?? ''
  expect(readPictureName(name)).toEqual({ slot: 'front-view', number: 12, size: 'sheet' })
})

test.each([
  'board-1.webp',
  'board-0-view.webp',
  'board-1-original.webp',
  'board-1-view.png',
  '../board-1-view.webp',
  'board-100-view.webp',
  '-view.webp',
])('%s is no picture of ours', (name) => expect(readPictureName(name)).toBeNull())
