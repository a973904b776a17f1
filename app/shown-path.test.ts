import { expect, test } from 'vitest'
import { shownPath } from './shown-path'

test.each([
  ['/invitation/abcdef', '/invitation/…'],
  ['/en/tablet/abcdef', '/en/tablet/…'],
  ['/sign/abcdef', '/sign/…'],
  ['/en/sign/abcdef', '/en/sign/…'],
  ['/files/abcdef', '/files/…'],
  ['/judge/cup-2026/final/files/abcdef/board.webp', '/judge/cup-2026/final/files/…/board.webp'],
  ['/sign-in/code', '/sign-in/code'],
  ['/e/cup-2026/results', '/e/cup-2026/results'],
])('the log holds no token of %s', (path, shown) => {
  expect(shownPath(path)).toBe(shown)
})
