import { expect, test } from 'vitest'
import { isAboutWork, mergeMessage, unknownFields, type Message } from './merge-fields'

const values = { name: '𠮷田遥', title: '海上 {name}', number: 'PY-0001', group: '院校组' }
const message: Message = { subject: { zh: '{number} 请补寄小样', en: '' }, body: { zh: '{name}您好：《{title}》缺小样。', en: '' } }

test('fields are filled once: what a work is called is never read as a field again', () => {
  expect(mergeMessage(message, 'zh-CN', values)).toEqual({ subject: 'PY-0001 请补寄小样', body: '𠮷田遥您好：《海上 {name}》缺小样。' })
})

test('without English text everybody gets the Chinese one', () => {
  expect(mergeMessage(message, 'en', values).body).toContain('您好')
})

test('with English text an English reader gets it, the subject too', () => {
  const both = { subject: { zh: '补寄', en: 'Swatch for {number}' }, body: { zh: '请补寄。', en: 'Dear {name}, …' } }
  expect(mergeMessage(both, 'en', values)).toEqual({ subject: 'Swatch for PY-0001', body: 'Dear 𠮷田遥, …' })
  expect(mergeMessage(both, 'zh-CN', values).subject).toBe('补寄')
})

test('a name in braces that is no field is reported and left as it is', () => {
  const wrong = { ...message, body: { zh: '{作品} {name}', en: '' } }
  expect(unknownFields(wrong)).toEqual(['作品'])
  expect(mergeMessage(wrong, 'zh-CN', values).body).toBe('{作品} 𠮷田遥')
})

test('a message with the receiver’s name alone is not about a work', () => {
  expect(isAboutWork(message)).toBe(true)
  expect(isAboutWork({ subject: { zh: '展期', en: '' }, body: { zh: '{name}您好', en: '' } })).toBe(false)
})
