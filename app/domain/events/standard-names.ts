import type { Localized } from './localized'

/** Names of the phases and stages that most events share, so that a file need not spell them out. */
export const standardNames: Readonly<Record<string, Localized>> = {
  call: { zh: '征稿', en: 'Call for entries' },
  application: { zh: '参展申请', en: 'Exhibitor applications' },
  registration: { zh: '报名', en: 'Registration' },
  precheck: { zh: '资格审核', en: 'Precheck' },
  preliminary: { zh: '初评', en: 'Preliminary judging' },
  semifinal: { zh: '复评', en: 'Second judging' },
  notice: { zh: '公示', en: 'Public notice' },
  production: { zh: '成衣制作', en: 'Making the garments' },
  'move-in': { zh: '布展', en: 'Move-in' },
  opening: { zh: '开幕', en: 'Opening' },
  event: { zh: '活动期', en: 'Event days' },
  fair: { zh: '展期', en: 'Show days' },
  conference: { zh: '会期', en: 'Conference days' },
  live: { zh: '现场操作', en: 'Live run' },
  final: { zh: '决赛', en: 'Final' },
  awards: { zh: '颁奖', en: 'Award ceremony' },
  'move-out': { zh: '撤展', en: 'Move-out' },
}
