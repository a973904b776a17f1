import { expect, test } from 'vitest'
import { newAuthor } from './entry-content'
import { checkSigning } from './statements'

const authors = [newAuthor({ name: '艾米莉·陈', nameLatin: 'Emily Chen' }), newAuthor({ name: '𠮷田 花' })]
const sign = (signature: string) => checkSigning({ originality: true, rights: true, signature }, authors).map(({ reason }) => reason)

test('an author signs, however the name is set', () => {
  expect([sign('艾米莉•陈'), sign('emily  chen'), sign('𠮷田花')]).toEqual([[], [], []])
})

test('nobody else does', () =>
  expect([sign(''), sign('吉田花'), sign('Emily')]).toEqual([['not-signed'], ['signature-differs'], ['signature-differs']]))
