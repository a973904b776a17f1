import { db } from '~/db.server'
import { personalData as fromBooths } from '~/domain/booths/personal-data.server'
import { batchData, personalData as fromEntries } from '~/domain/entries/personal-data.server'
import { objectionData, personalData as fromJudging } from '~/domain/judging/personal-data.server'
import { personalData as fromNotices } from '~/domain/notices/personal-data.server'
import { personalData as fromPrizes } from '~/domain/prizes/personal-data.server'
import { personalData as fromPeople } from '~/domain/people/personal-data.server'
import { consentsOf, disclosuresOf } from './queries.server'

/** Everything the house holds about a person, for the person: each noun says its part. Plain JSON, instants in UTC. */
export async function myData(personId: string, now: Date) {
  const people = await fromPeople(db, personId)
  const [entries, batches, companies, judging, payments, objections, notices, consents, disclosures] = await Promise.all([
    fromEntries(db, personId),
    batchData(db, personId),
    fromBooths(db, personId),
    fromJudging(db, personId),
    fromPrizes(db, personId),
    objectionData(db, personId),
    fromNotices(db, personId, people.contacts),
    consentsOf(personId),
    disclosuresOf(personId),
  ])
  return {
    about: 'Jingwei 经纬: personal data',
    madeAt: now,
    ...people,
    entries,
    batches,
    companies,
    judging,
    payments,
    objections,
    notices,
    consents: consents.map(({ kind, eventId, organisationId, text, grantedAt, withdrawnAt }) => ({
      kind,
      eventId,
      organisationId,
      text,
      grantedAt,
      withdrawnAt,
    })),
    disclosures,
  }
}
