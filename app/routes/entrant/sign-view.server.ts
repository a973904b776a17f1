import type { WorkToSign } from '~/domain/entries/collective/work-to-sign.server'
import { consentTexts } from '~/domain/entries/consent-texts'
import { asksBirthday, declarationsOf } from '~/domain/entries/eligibility'
import { fileAddress } from '~/domain/entries/file-address.server'
import { statementsOf } from '~/domain/entries/statements'
import { groupOf, slotsOf } from '~/domain/entries/terms'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { countries } from '~/i18n/countries'
import { formatBytes } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import type { FileView } from '~/ui/entrant/editor-view'
import { answersOf } from './entry-record.server'
import { faultText, organisationLabel, partLabel, whenText } from './words.server'

/** A work as one of its authors sees it, in words. Nothing of their co-authors but the names. */
export function signView(work: WorkToSign, path: string, lang: Lang, now: Date) {
  const { terms, content, author, coauthors, faults, signature, state, number, closed, eventId } = work
  const t = translator(lang, 'collective')
  const entrant = translator(lang, 'entrant')
  const group = groupOf(terms, content.groupId)
  const track = terms.contest.tracks.find(({ id }) => id === content.trackId)
  const texts = statementsOf(terms, lang)
  const until = state === 'returned' ? terms.correctionsUntil : terms.closesAt
  const mine = content.authors.findIndex(({ id }) => id === author.id)
  const line = (fault: (typeof faults)[number]) => ({
    at: partLabel(entrant, fault.at, terms, content.groupId, lang),
    text: faultText(entrant, fault, terms, content.groupId, lang),
  })
  const isOwn = ({ at }: { at: string }) => at.startsWith(`author.${mine}.`)
  const handedIn = number !== null && state !== 'returned'
  const standing =
    state === 'withdrawn'
      ? t('sign.withdrawn')
      : handedIn
        ? t('sign.handedIn', { number })
        : signature.state === 'signed' && signature.at
          ? t('sign.signedAt', { at: whenText(signature.at, lang, terms.timezone, now) })
          : closed
            ? entrant(`refuse.${closed}`)
            : signature.state === 'outdated'
              ? t('sign.outdated', { until: whenText(until, lang, terms.timezone, now) })
              : t('sign.until', { until: whenText(until, lang, terms.timezone, now) })
  const picture = (fileId: string, kind: 'view' | 'thumb') => fileAddress({ eventId, fileId, class: kind, purpose: 'owner', now })
  return {
    page: { title: `${work.title || entrant('untitled')} · ${t('sign.title')}` },
    event: say(terms.name, lang),
    eventPath: `/e/${eventId}`,
    title: work.title,
    organisation: work.organisation,
    sender: work.sender,
    standing,
    place: [group?.name, track?.name].flatMap((name) => (name ? [say(name, lang)] : [])).join(entrant('comma')),
    answers: answersOf({ terms, content }, lang),
    people: [
      ...coauthors.map(({ name }) => ({ label: t('sign.coauthor'), text: name })),
      ...content.instructors.map(({ name, organisation }) => ({
        label: t('sign.instructor'),
        text: [name, organisation].filter(Boolean).join(entrant('comma')),
      })),
    ],
    slots: slotsOf(terms, content.groupId)
      .map(({ id, label }) => ({
        id,
        label: say(label, lang),
        files: work.files
          .filter(({ slot }) => slot === id)
          .map((file): FileView => ({
            id: file.id,
            slot: file.slot,
            isPdf: file.mime === 'application/pdf',
            name: file.originalName,
            facts: formatBytes(Number(file.bytes)),
            state: file.state === 'ready' || file.state === 'refused' ? file.state : 'processing',
            thumb: file.thumbKey ? picture(file.id, 'thumb') : null,
            view: file.viewKey ? picture(file.id, 'view') : null,
            refusal: null,
          })),
      }))
      .filter(({ files }) => files.length > 0),
    author,
    organisationLabel: organisationLabel(entrant, group?.who),
    asksBirthday: asksBirthday(terms, content.groupId),
    countries: countries(lang),
    open: closed === null,
    missing: faults.filter((fault) => !isOwn(fault)).map(line),
    own: faults.filter(isOwn).map(line),
    toSign:
      closed !== null || signature.state === 'signed' || (handedIn && signature.state !== 'outdated')
        ? null
        : {
            ...texts,
            work: work.workSha256,
            statementHash: sha256Hex(texts.originality),
            rightsHash: sha256Hex(texts.rights),
            declarations: declarationsOf(terms, content.groupId).map(({ id, text }) => ({ id, text: say(text, lang) })),
            consents: work.consents && {
              given: work.consents,
              talentPool: say(consentTexts.talent_pool, lang),
              directContact: say(consentTexts.direct_contact, lang),
            },
            signInPath: work.kind === 'sent' && !work.consents ? `/sign-in?next=${encodeURIComponent(localPath(lang, path))}` : null,
          },
  }
}
