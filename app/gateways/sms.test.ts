import { expect, test } from 'vitest'
import { signedRequest, templateCodeOf } from './sms.server'

test("the signature is that of the provider's published example", () => {
  const { headers } = signedRequest({
    endpoint: 'https://ecs.cn-shanghai.aliyuncs.com',
    action: 'RunInstances',
    version: '2014-05-26',
    query: { ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd', RegionId: 'cn-shanghai' },
    keyId: 'YourAccessKeyId',
    keySecret: 'YourAccessKeySecret',
    date: new Date('2023-10-26T10:22:32Z'),
    nonce: '3156853299f313e23d1673dc12e1703d',
  })
  expect(headers.Authorization).toMatch(/Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0$/)
})

test('one template code serves sign-in codes only, a list names one for each notice', () => {
  expect(templateCodeOf('code', 'SMS_1')).toBe('SMS_1')
  expect(templateCodeOf('entry-returned', 'SMS_1')).toBeUndefined()
  expect(templateCodeOf('entry-returned', 'code=SMS_1, entry-returned = SMS_2')).toBe('SMS_2')
  expect(templateCodeOf('message', 'code=SMS_1,entry-returned=SMS_2')).toBeUndefined()
})
