/** Everybody a request can come from. `designer` has the entry of the addresses, `stranger` another one. */
export const roles = ['visitor', 'designer', 'stranger', 'judge', 'clerk', 'organiser', 'owner'] as const
export type Role = (typeof roles)[number]

/**
 * What a role meets: the page, sign-in first, 401, nothing to find, a refusal that says so (403, or 409 for somebody
 * else’s seat), or an address for POST alone.
 */
export type Answer = 'ok' | 'sign-in' | 'unauthorized' | 'not-found' | 'forbidden' | 'nothing-to-get' | 'not-yours'
type Row = Record<Role, Answer>

export interface Guarded {
  /** an address of the route; names in braces stand for what the demo made */
  address: string
  get: Row
  /** who may send the form; left out where the route has none. `ok` is not tried: it would change the demo */
  post?: Row
  /** what is sent, where an empty form would be refused before anybody asks who sends it */
  form?: Record<string, string>
  json?: object
  upload?: true
}

const all = (answer: Answer): Row => Object.fromEntries(roles.map((role) => [role, answer])) as Row
const only = (allowed: Role[], visitor: Answer, others: Answer = 'not-found'): Row =>
  Object.fromEntries(roles.map((role) => [role, allowed.includes(role) ? 'ok' : role === 'visitor' ? visitor : others])) as Row

const anyone = all('ok')
const nobody = all('not-found')
const postOnly = all('nothing-to-get')
const signedIn = only(['designer', 'stranger', 'judge', 'clerk', 'organiser', 'owner'], 'sign-in')
const author = only(['designer'], 'sign-in')
const panel = only(['judge'], 'sign-in')
const desk = only(['judge'], 'unauthorized')
/** staff without the permission are told so; everybody else finds nothing */
const staff = (...allowed: Role[]): Row =>
  ({
    ...only(allowed, 'sign-in'),
    ...Object.fromEntries(
      (['clerk', 'organiser', 'owner'] as const).filter((role) => !allowed.includes(role)).map((role) => [role, 'forbidden']),
    ),
  }) as Row
const everyStaff = staff('clerk', 'organiser', 'owner')
const organisers = staff('organiser', 'owner')

const sentMark = {
  seat: 'nobodys-seat',
  marks: [
    { markId: '6f1c2f0e-8a51-4d8e-9b0a-3c5d7e9f1a2b', code: 'K-0001', criterion: 'design', value: '5', markedAt: '2026-11-20T08:00:00Z' },
  ],
}

const sentRecord = {
  seat: 'nobodys-seat',
  records: [{ id: '6f1c2f0e-8a51-4d8e-9b0a-3c5d7e9f1a2b', code: 'K-0001', kind: 'start', waitedMs: 0, deviceAt: '2026-11-20T08:00:00Z' }],
}

/** Every route of app/routes.ts by its file: a route without a row fails the test. */
export const table: Record<string, Guarded> = {
  'routes/site/home.tsx': { address: '/', get: anyone },
  'routes/site/events.tsx': { address: '/events', get: anyone },
  'routes/site/event.tsx': { address: '/e/{judging}', get: anyone },
  'routes/site/rulebook.tsx': { address: '/e/{judging}/rulebook/preliminary', get: anyone },
  'routes/site/rulebook-file.ts': { address: '/e/{judging}/rulebook/preliminary/rulebook.yaml', get: anyone },
  'routes/site/results.tsx': { address: '/e/{published}/results', get: anyone },
  // an address for a version that was corrected: the demo has none
  'routes/site/results-version.tsx': { address: '/e/{published}/results/final/1', get: nobody },
  'routes/site/draw.tsx': { address: '/e/{measured}/draw/final', get: anyone },
  'routes/site/gallery.tsx': { address: '/e/{published}/gallery', get: anyone },
  'routes/site/floor.tsx': { address: '/e/{fair}/floor', get: anyone },
  'routes/exhibitor/apply.tsx': { address: '/e/{fair}/exhibit', get: signedIn, post: signedIn },
  // without a company one is led to registering it
  'routes/exhibitor/stands.tsx': { address: '/e/{fair}/stands', get: signedIn, post: signedIn },
  // the organiser here is staff of the example contests alone
  'routes/console/booths.tsx': {
    address: '/console/{fair}/booths',
    get: { ...everyStaff, organiser: 'not-found' },
    post: { ...organisers, organiser: 'not-found' },
  },
  'routes/site/work.tsx': { address: '{publishedWork}', get: anyone },
  'routes/site/object.tsx': { address: '{publishedWork}/object', get: signedIn, post: signedIn },
  'routes/site/object-file.ts': { address: '{publishedWork}/object/files/none', get: only([], 'sign-in') },
  'routes/site/verify.tsx': { address: '/verify/2222-2222-2222', get: nobody },
  'routes/site/work-picture.ts': { address: '{publishedPicture}', get: anyone },
  // whoever has the key that stands on the organisers’ board
  'routes/site/hall.tsx': { address: '/e/{final}/hall/final?key={hallKey}', get: anyone },
  'routes/site/hall-stream.ts': { address: '/e/{published}/hall/final/stream?key=nothing-like-a-key', get: nobody },
  'routes/site/hall-picture.ts': { address: '/e/{published}/hall/final/picture/K-0001?key=nothing-like-a-key', get: nobody },
  'routes/site/privacy.tsx': { address: '/privacy', get: anyone },
  'routes/site/cover.ts': { address: '/covers/{judging}/{coverSize}', get: anyone },
  'routes/site/sitemap.ts': { address: '/sitemap.xml', get: anyone },
  'routes/site/robots.ts': { address: '/robots.txt', get: anyone },

  'routes/account/sign-in.tsx': { address: '/sign-in', get: anyone, post: anyone },
  'routes/account/sign-in-code.tsx': { address: '/sign-in/code', get: all('sign-in'), post: anyone },
  'routes/account/second-factor.tsx': { address: '/sign-in/second-factor', get: signedIn, post: signedIn },
  'routes/account/sign-out.tsx': { address: '/sign-out', get: anyone, post: anyone },
  'routes/account/profile.tsx': { address: '/account', get: signedIn, post: signedIn },
  'routes/account/my-data.tsx': { address: '/account/my-data', get: signedIn, post: signedIn },
  'routes/account/my-data-file.ts': { address: '/account/my-data.json', get: signedIn },
  'routes/account/invitation.tsx': {
    address: '/invitation/nothing-like-a-token',
    get: nobody,
    post: only(['designer', 'stranger', 'judge', 'clerk', 'organiser', 'owner'], 'sign-in'),
  },
  'routes/account/tablet.tsx': { address: '/tablet/nothing-like-a-token', get: nobody, post: anyone },
  'routes/account/demo.tsx': { address: '/demo', get: anyone, post: anyone },
  'routes/account/demo-messages.tsx': { address: '/demo/messages', get: anyone },

  'routes/entrant/entries.tsx': { address: '/my', get: signedIn },
  'routes/entrant/enter.tsx': { address: '/e/{call}/enter', get: anyone, post: signedIn },
  'routes/entrant/entry.tsx': { address: '/my/{call}/{draft}', get: author, post: author },
  'routes/entrant/submit.tsx': { address: '/my/{call}/{draft}/submit', get: author, post: author },
  'routes/entrant/withdraw.tsx': { address: '/my/{call}/{draft}/withdraw', get: author, post: author },
  'routes/entrant/collective-start.tsx': { address: '/e/{call}/collective', get: anyone, post: signedIn },
  'routes/entrant/batch.tsx': { address: '/my/{call}/collective/{batch}', get: author, post: author },
  'routes/entrant/batch-line.tsx': { address: '/my/{call}/collective/{batch}/lines/2', get: author, post: author },
  // nothing to print or to fetch before a batch is drafts
  'routes/entrant/batch-summary.tsx': { address: '/my/{call}/collective/{batch}/summary', get: only([], 'sign-in') },
  'routes/entrant/batch-scan.ts': { address: '/my/{call}/collective/{batch}/scan', get: only([], 'sign-in') },
  'routes/entrant/batch-receipts.ts': { address: '/my/{call}/collective/{batch}/receipts.zip', get: only([], 'sign-in') },
  'routes/entrant/batch-template.ts': { address: '/e/{call}/collective/template/xlsx', get: anyone },
  'routes/entrant/sign.tsx': { address: '/sign/nothing-like-a-token', get: nobody, post: nobody },
  'routes/entrant/save.ts': { address: '/my/{call}/{draft}/save', get: postOnly, post: only(['designer'], 'unauthorized') },
  'routes/entrant/upload.ts': {
    address: '/my/{call}/{draft}/files?slot=board',
    get: only(['designer'], 'not-found'),
    post: only(['designer'], 'unauthorized'),
    upload: true,
  },
  'routes/entrant/file.ts': { address: '/my/{call}/{draft}/files/{file}', get: author, post: author },
  'routes/entrant/receipt.ts': { address: '/my/{call}/{submitted}/receipt.pdf', get: author },
  'routes/entrant/certificate.ts': { address: '/my/{call}/{submitted}/certificates/2222-2222-2222', get: only([], 'sign-in') },

  'routes/site/label.tsx': { address: '/e/{published}/label/nothing-like-a-token', get: nobody },
  // only a finalist of a stage of making is asked
  'routes/entrant/production.tsx': { address: '/my/{final}/{made}/production', get: author, post: author },

  'routes/judge/panels.tsx': { address: '/judge', get: signedIn },
  'routes/judge/lobby.tsx': { address: '/judge/{judging}/preliminary', get: panel, post: panel, form: { intent: 'accept' } },
  // the chair of a live stage alone
  'routes/judge/chair.tsx': { address: '/judge/{final}/final/chair', get: panel, post: panel },
  'routes/judge/live.ts': { address: '/judge/{judging}/preliminary/live', get: only([], 'unauthorized') },
  'routes/judge/desk.tsx': { address: '/judge/{judging}/preliminary/desk', get: panel },
  'routes/judge/works.ts': { address: '/judge/{judging}/preliminary/works', get: desk },
  'routes/judge/marks.ts': {
    address: '/judge/{judging}/preliminary/marks',
    get: desk,
    post: only(['judge'], 'unauthorized', 'not-yours'),
    json: sentMark,
  },
  'routes/judge/field.tsx': { address: '/judge/{measured}/final/field', get: panel },
  'routes/judge/records.ts': {
    address: '/judge/{judging}/preliminary/records',
    get: only([], 'unauthorized'),
    post: only([], 'unauthorized', 'not-yours'),
    json: sentRecord,
  },
  'routes/judge/notes.ts': { address: '/judge/{judging}/preliminary/notes', get: desk, post: desk },
  'routes/judge/recusals.ts': { address: '/judge/{judging}/preliminary/recusals', get: postOnly, post: desk },
  'routes/judge/sign.ts': { address: '/judge/{judging}/preliminary/sign', get: postOnly, post: desk },
  'routes/judge/file.ts': { address: '/judge/{judging}/preliminary/files/nothing-like-a-token/view.webp', get: nobody },

  'routes/console/events.tsx': { address: '/console', get: only(['clerk', 'organiser', 'owner'], 'sign-in', 'forbidden') },
  'routes/console/new-event.tsx': {
    address: '/console/new',
    get: only(['organiser', 'owner'], 'sign-in', 'forbidden'),
    post: only(['organiser', 'owner'], 'sign-in', 'forbidden'),
  },
  'routes/console/overview.tsx': { address: '/console/{judging}', get: everyStaff },
  'routes/console/setup.tsx': { address: '/console/{judging}/setup', get: organisers, post: organisers },
  'routes/console/setup-file.ts': { address: '/console/{judging}/setup.yaml', get: organisers },
  'routes/console/entries.tsx': { address: '/console/{judging}/entries', get: everyStaff, post: everyStaff },
  'routes/console/collective.tsx': { address: '/console/{judging}/collective', get: everyStaff },
  'routes/console/collective-scan.ts': { address: '/console/{judging}/collective/{batch}/scan', get: only([], 'sign-in') },
  'routes/console/entries-export.ts': { address: '/console/{judging}/entries.xlsx', get: postOnly, post: everyStaff },
  'routes/console/entry.tsx': { address: '/console/{judging}/entries/{judged}', get: everyStaff, post: everyStaff },
  'routes/console/type-in.tsx': { address: '/console/{judging}/entries/type-in', get: everyStaff, post: everyStaff },
  'routes/console/names.tsx': { address: '/console/{judging}/names', get: everyStaff, post: everyStaff },
  'routes/console/organisations.tsx': { address: '/console/{judging}/organisations', get: organisers, post: organisers },
  'routes/console/organisation-certificate.ts': {
    address: '/console/{judging}/organisations/234567892345',
    get: { ...organisers, organiser: 'not-found', owner: 'not-found' },
  },
  'routes/console/forwarding.tsx': { address: '/console/{judging}/forwarding', get: organisers, post: organisers },
  'routes/console/payments.tsx': { address: '/console/{judging}/payments', get: organisers, post: organisers },
  'routes/console/payment.tsx': {
    address: '/console/{judging}/payments/nobodys',
    get: { ...organisers, organiser: 'not-found', owner: 'not-found' },
    post: organisers,
  },
  'routes/console/payments-export.ts': { address: '/console/{judging}/payments.xlsx', get: staff() },
  'routes/entrant/payments.tsx': { address: '/my/payments', get: signedIn },
  'routes/entrant/payment.tsx': {
    address: '/my/payments/{judging}/nobodys',
    get: only([], 'sign-in'),
    post: only([], 'sign-in'),
  },
  'routes/console/content.tsx': { address: '/console/{judging}/content', get: everyStaff, post: everyStaff },
  'routes/console/precheck.tsx': { address: '/console/{judging}/precheck', get: everyStaff, post: everyStaff },
  'routes/console/notices.tsx': { address: '/console/{judging}/notices', get: organisers, post: organisers },
  'routes/console/judges.tsx': { address: '/console/{judging}/stages/preliminary/judges', get: organisers, post: organisers },
  'routes/console/progress.tsx': { address: '/console/{judging}/stages/preliminary/progress', get: organisers, post: organisers },
  'routes/console/assignment.tsx': {
    address: '/console/{judging}/stages/preliminary/judges/assignment',
    get: organisers,
    post: organisers,
  },
  // nothing to object to, and nothing to pack, before a stage is over
  'routes/console/objections.tsx': {
    address: '/console/{judging}/stages/preliminary/objections',
    get: { ...organisers, organiser: 'not-found', owner: 'not-found' },
    post: organisers,
  },
  'routes/console/objection-file.ts': {
    address: '/console/{judging}/stages/preliminary/objections/files/none',
    get: { ...organisers, organiser: 'not-found', owner: 'not-found' },
  },
  'routes/console/documents.tsx': { address: '/console/{judging}/documents', get: organisers },
  'routes/console/document-file.ts': { address: '/console/{judging}/stages/preliminary/documents/judge-letters.docx', get: organisers },
  'routes/console/papers.tsx': { address: '/console/{judging}/papers', get: organisers, post: organisers },
  // the demo has had no papers made
  'routes/console/papers-file.ts': {
    address: '/console/{judging}/papers/nothing-like-an-order',
    get: { ...organisers, organiser: 'not-found', owner: 'not-found' },
  },
  'routes/console/results-package.ts': {
    address: '/console/{judging}/stages/preliminary/results-package.zip',
    get: postOnly,
    post: { ...organisers, organiser: 'not-found', owner: 'not-found' },
  },
  'routes/console/records.tsx': { address: '/console/{measured}/stages/final/records', get: organisers, post: organisers },
  'routes/console/draw.tsx': { address: '/console/{measured}/stages/final/draw', get: organisers, post: organisers },
  'routes/console/mark-import.tsx': {
    address: '/console/{measured}/stages/final/import/theory-paper',
    get: organisers,
    post: organisers,
  },
  'routes/console/ranking.tsx': { address: '/console/{judging}/stages/preliminary/ranking', get: organisers, post: organisers },
  'routes/console/deliberation.tsx': { address: '/console/{final}/stages/preliminary/deliberation', get: organisers, post: organisers },
  'routes/console/minutes.tsx': { address: '/console/{final}/stages/preliminary/minutes', get: organisers },
  'routes/console/minutes-pdf.ts': { address: '/console/{final}/stages/preliminary/minutes.pdf', get: organisers },
  'routes/judge/deliberation.tsx': { address: '/judge/{final}/preliminary/deliberation', get: panel, post: panel },
  'routes/console/votes.tsx': { address: '/console/{final}/stages/preliminary/votes', get: organisers, post: organisers },
  'routes/console/production.tsx': { address: '/console/{final}/stages/production/production', get: organisers, post: organisers },
  'routes/console/scan.tsx': { address: '/console/{final}/stages/production/scan', get: everyStaff, post: everyStaff },
  'routes/console/labels.ts': { address: '/console/{final}/stages/production/labels.pdf', get: everyStaff },
  'routes/console/piece-photo.ts': {
    address: '/console/{judging}/stages/preliminary/photos/none',
    get: { ...everyStaff, clerk: 'not-found', organiser: 'not-found', owner: 'not-found' },
  },
  'routes/console/live.tsx': { address: '/console/{final}/stages/final/live', get: organisers, post: organisers },
  'routes/console/paper.tsx': { address: '/console/{final}/stages/final/paper', get: everyStaff, post: everyStaff },
  'routes/console/changes.tsx': { address: '/console/{judging}/stages/preliminary/changes', get: organisers, post: organisers },
  'routes/console/score-sheets.ts': { address: '/console/{published}/stages/final/score-sheets.pdf', get: everyStaff },
  'routes/console/result-sheet.ts': { address: '/console/{published}/stages/final/result-sheet.pdf', get: organisers },
  'routes/console/ranking-export.ts': { address: '/console/{judging}/stages/preliminary/ranking.xlsx', get: postOnly, post: organisers },
  'routes/console/talent.tsx': { address: '/console/{published}/talent', get: organisers, post: organisers },
  'routes/console/talent-export.ts': {
    address: '/console/{published}/talent/xlsx',
    get: postOnly,
    post: { ...organisers, organiser: 'not-found', owner: 'not-found' },
  },
  'routes/console/staff.tsx': { address: '/console/{judging}/staff', get: staff('owner'), post: staff('owner') },

  'routes/api/file.ts': { address: '/files/nothing-like-a-token', get: nobody },
  'routes/api/healthz.ts': { address: '/healthz', get: anyone },
  'routes/api/readyz.ts': { address: '/readyz', get: anyone },
  'routes/api/metrics.ts': { address: '/metrics', get: anyone },
}
