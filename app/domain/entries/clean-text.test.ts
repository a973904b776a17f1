import { expect, test } from 'vitest'
import { cleanText, countCharacters, LONGEST_TEXT } from './clean-text'

test('one character is what a reader calls one', () => {
  expect(['织', '𠮷', 'é', 'e\u0301', '👨‍👩‍👧‍👦', '🇨🇳'].map(countCharacters)).toEqual([1, 1, 1, 1, 1, 1])
  expect(countCharacters('针织 knit')).toBe(7)
})

test('control characters, halves of a pair and turned directions go, script and right-to-left text stay', () => {
  expect(cleanText('a\u0000b\ud800\u202ec\ufeff')).toBe('abc')
  expect(cleanText('<script>x</script> عربي 𠮷')).toBe('<script>x</script> عربي 𠮷')
})

test('line breaks only where lines are asked for', () => {
  expect(cleanText(' a\r\nb\u2028c ', { lines: true })).toBe('a\nb\nc')
  expect(cleanText('a\r\n\tb')).toBe('a b')
})

test('text without end is cut', () => expect(cleanText('长'.repeat(30_000))).toHaveLength(LONGEST_TEXT))
