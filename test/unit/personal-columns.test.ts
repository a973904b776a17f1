import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Every text or JSON column that can hold something about a person, with what becomes of it when the person is erased
 * (domain/privacy/erase-person). A column that is not listed here fails the test until somebody has decided.
 */
const decisions: Record<string, Record<string, 'erased' | 'not personal' | `kept: ${string}`>> = {
  Person: { name: 'erased', nameLatin: 'erased', pinyin: 'erased', locale: 'erased', country: 'erased' },
  Contact: { value: 'erased' },
  SignInCode: { value: 'erased', codeHmac: 'erased' },
  Session: { device: 'erased' },
  Totp: { secretSealed: 'erased' },
  Invitation: {
    name: 'erased',
    contactValue: 'erased',
    tokenHash: 'not personal',
    pinHmac: 'not personal',
    stageId: 'not personal',
    seatId: 'not personal',
  },
  Request: { actor: 'erased', key: 'erased', reply: 'erased' },
  SavedFilter: { page: 'erased', name: 'erased', query: 'erased' },
  RateLimit: { key: 'kept: keyed hash, gone with its time' },
  Consent: { text: 'kept: proof of what was agreed to; names nobody, withdrawn at erasure' },
  Notice: {
    recipient: 'erased',
    subject: 'erased',
    text: 'erased',
    html: 'erased',
    parameters: 'erased',
    template: 'not personal',
    locale: 'not personal',
    lastError: 'not personal',
  },
  Entry: {
    number: 'not personal',
    code: 'not personal',
    title: 'kept: the work stays, under its title',
    fields: 'kept: the work stays, with what is said of it',
  },
  EntryAuthor: {
    name: 'erased',
    nameLatin: 'erased',
    organisation: 'erased',
    bornOn: 'erased',
    mobile: 'erased',
    email: 'erased',
    country: 'kept: counted in figures, names nobody',
  },
  EntryVersion: { snapshot: 'erased', sha256: 'kept: proof of what was handed in, for whoever kept the receipt' },
  EntryFile: {
    originalName: 'erased',
    slot: 'not personal',
    mime: 'not personal',
    originalKey: 'not personal',
    viewKey: 'not personal',
    thumbKey: 'not personal',
    copyKey: 'not personal',
    refusal: 'not personal',
    sha256: 'not personal',
  },
  Statement: {
    signature: 'erased',
    workSha256: 'kept: proof of what was signed',
    authorId: 'kept: leads to the author’s row, whose name is erased',
    locale: 'not personal',
    text: 'not personal',
    textHash: 'not personal',
  },
  EntryBatch: {
    organisation: 'kept: the school or company that sent the works',
    sheetName: 'erased',
    zipName: 'erased',
    zipKey: 'erased',
    zipFault: 'erased',
    scanKey: 'erased',
    scanMime: 'not personal',
    scanSha256: 'kept: proof of the stamped sheet',
  },
  EntryBatchRow: { values: 'erased', entryId: 'not personal' },
  EntryBatchFile: { path: 'erased', slot: 'not personal', refusal: 'not personal' },
  SigningLink: { authorId: 'kept: leads to the author’s row, whose name is erased' },
  EntryCheck: { reasons: 'not personal', note: 'kept: why the office decided as it did on the work' },
  ContentVerdict: { reasons: 'not personal', note: 'kept: why the office did not show a work' },
  NameAlias: { spelling: 'not personal', canonical: 'not personal' },
  NameChange: { before: 'not personal', after: 'not personal' },
  DuplicateFlag: { detail: 'not personal' },
  JudgeSeat: {
    name: 'erased',
    affiliation: 'erased',
    declaration: 'erased',
    signature: 'erased',
    label: 'not personal',
    sheetHash: 'kept: proof of the signed sheet, over marks alone',
    declineReason: 'erased',
  },
  Mark: { markId: 'not personal' },
  Motion: {
    category: 'not personal',
    awardId: 'not personal',
    entryIds: 'not personal',
    openedById: 'not personal',
    chairSeatId: 'not personal',
    concludedById: 'not personal',
    undoneById: 'not personal',
    text: 'kept: what the panel deliberated on',
    conclusion: 'kept: why the chair concluded as it did',
  },
  MotionVote: { reason: 'erased', byId: 'not personal' },
  Nomination: { awardId: 'not personal', reason: 'erased' },
  RecusalLift: { reason: 'erased', chairSeatId: 'not personal', byId: 'not personal' },
  VoteSheet: { signature: 'erased', sheetHash: 'kept: proof of the signed votes, over votes alone' },
  JudgeNote: { text: 'erased' },
  Recusal: { reason: 'erased' },
  LedgerRow: {
    action: 'not personal',
    body: 'kept: ids and hashes, never names or contacts',
    prevHash: 'not personal',
    hash: 'not personal',
  },
  OrganisationLedgerRow: {
    action: 'not personal',
    body: 'kept: ids and hashes, never names or contacts',
    prevHash: 'not personal',
    hash: 'not personal',
  },
  Objection: {
    personId: 'erased',
    text: 'kept: why a published result was questioned, parted from who raised it',
    reason: 'kept: what the office answered',
    decidedById: 'not personal',
  },
  ObjectionFile: { name: 'erased', mime: 'erased', sha256: 'erased', storageKey: 'erased' },
  TieDecision: {
    category: 'not personal',
    order: 'not personal',
    byId: 'not personal',
    undoneById: 'not personal',
    motionId: 'not personal',
    reason: 'kept: why the chair placed one work before another',
  },
  LiveShow: { hallKey: 'not personal' },
  LateMark: { markId: 'not personal', criterionId: 'not personal', decidedById: 'not personal' },
  MarkChange: {
    criterionId: 'not personal',
    markId: 'not personal',
    askedById: 'not personal',
    decidedById: 'not personal',
    reason: 'kept: why a locked mark was changed; it stands on the signed result sheet',
  },
  PaperSheet: {
    first: 'not personal',
    second: 'not personal',
    firstById: 'not personal',
    secondById: 'not personal',
    reconciledBy: 'not personal',
    reason: 'kept: why one reading of a sheet was taken',
  },
  Making: { answeredById: 'not personal' },
  Piece: { token: 'not personal' },
  PieceMove: {
    photoKey: 'kept: shows a garment, not a person',
    byId: 'not personal',
    condition: 'kept: in what condition a piece was seen',
  },
  Publication: {
    byId: 'not personal',
    rulebookHash: 'not personal',
    ledgerHead: 'not personal',
    reasonZh: 'kept: published with the corrected result',
    reasonEn: 'kept: published with the corrected result',
  },
  Award: { awardId: 'not personal', nameZh: 'not personal', nameEn: 'not personal', prize: 'not personal' },
  OrganisationAward: {
    awardId: 'not personal',
    name: 'not personal',
    nameZh: 'not personal',
    nameEn: 'not personal',
    figures: 'not personal',
    number: 'not personal',
    confirmedById: 'not personal',
  },
  Payment: {
    key: 'not personal',
    awardId: 'not personal',
    forZh: 'not personal',
    forEn: 'not personal',
    currency: 'not personal',
    taxZh: 'not personal',
    taxEn: 'not personal',
    detailsSealed: 'kept: sealed, for the books and the tax office, only of what was paid',
    accountTail: 'kept: with the sealed account of what was paid',
    checkedById: 'not personal',
    approvedById: 'not personal',
    paidOn: 'not personal',
    reference: 'kept: of the bank, for the books',
    paidById: 'not personal',
    returnReason: 'erased',
  },
  PrizeSharing: {
    entryId: 'not personal',
    weights: 'not personal',
    agreed: 'not personal',
    proposedById: 'not personal',
    reason: 'erased',
  },
  Forwarding: { category: 'not personal', forwardedById: 'not personal' },
  PaymentExport: {
    purpose: 'kept: proof of what a list was given for',
    receiver: 'kept: who got a list, for those who were on it',
    byId: 'not personal',
  },
  Certificate: {
    number: 'not personal',
    stageId: 'not personal',
    awardId: 'not personal',
    authorId: 'kept: leads to the author’s row, whose name is erased',
  },
  RunRecord: {
    part: 'not personal',
    criterionId: 'not personal',
    item: 'not personal',
    voidsId: 'not personal',
    reason: 'kept: why a press was taken back or somebody did not take part',
  },
  MarkImport: {
    criterionId: 'not personal',
    fileName: 'kept: names the table marks came from',
    sha256: 'kept: proof of the table',
    byId: 'not personal',
  },
  ImportedMark: { criterionId: 'not personal' },
  Correction: {
    criterionId: 'not personal',
    item: 'not personal',
    reason: 'kept: why a measured value was corrected',
    askedById: 'not personal',
    decidedById: 'not personal',
  },
  Zone: { nameZh: 'not personal', nameEn: 'not personal' },
  Hall: { nameZh: 'not personal', nameEn: 'not personal' },
  Booth: { number: 'not personal', rects: 'not personal' },
  Company: {
    nameZh: 'kept: the firm, not the person',
    nameEn: 'kept: the firm, not the person',
    country: 'not personal',
    taxNumber: 'kept: the firm, not the person',
  },
  Exhibitor: { currency: 'not personal', brands: 'kept: what the firm shows', products: 'kept: what the firm shows' },
  BoothClaim: { quote: 'not personal', currency: 'not personal' },
  Draw: { seed: 'not personal', reason: 'kept: why it was drawn again', byId: 'not personal' },
  PaperOrder: {
    locale: 'not personal',
    entryIds: 'not personal',
    fileKey: 'erased',
  },
  TalentExport: {
    purpose: 'kept: proof of what a list was given for',
    receiver: 'kept: who got a list, for those who were on it',
    fields: 'not personal',
    format: 'not personal',
    stageId: 'not personal',
  },
}

/** Tables about events and bodies: nobody is named but in public texts. */
const aboutNobody = [
  'ContestGroup',
  'ContestTrack',
  'Series',
  'Event',
  'EventVersion',
  'EventDate',
  'DateChange',
  'Announcement',
  'Stage',
  'Criterion',
  'FirstPassRow',
  'ResultRow',
  'DrawPlace',
  'Organisation',
  'OrganisationRole',
  'EventRole',
  'Disclosure',
]

/** The columns of a model that hold text or JSON; keys of relations are left out, their rows are decided on where they stand. */
function textColumns(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of readdirSync('prisma/schema')) {
    const source = readFileSync(`prisma/schema/${file}`, 'utf8')
    for (const [, model = '', body = ''] of source.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)) {
      const keys = new Set([...body.matchAll(/@relation\(.*?fields: \[([^\]]*)\]/g)].flatMap(([, names = '']) => names.split(', ')))
      const columns = [...body.matchAll(/^ {2}(\w+) +(?:String|Json)\b/gm)].map(([, name = '']) => name)
      found.set(
        model,
        columns.filter((name) => name !== 'id' && !keys.has(name)),
      )
    }
  }
  return found
}

test('every column that can hold personal data has a decision on erasure, and no decision is about nothing', () => {
  const undecided: string[] = []
  const stale: string[] = []
  const schema = textColumns()
  expect(schema.size).toBeGreaterThan(30)
  for (const [model, columns] of schema) {
    if (aboutNobody.includes(model)) continue
    for (const column of columns) if (!decisions[model]?.[column]) undecided.push(`${model}.${column}`)
  }
  for (const [model, columns] of Object.entries(decisions)) {
    for (const column of Object.keys(columns)) if (!schema.get(model)?.includes(column)) stale.push(`${model}.${column}`)
  }
  expect(undecided).toEqual([])
  expect([...stale, ...aboutNobody.filter((model) => !schema.has(model))]).toEqual([])
})
