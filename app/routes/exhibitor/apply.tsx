import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CompanyForm } from '~/domain/booths/company-form'
import { exhibitorOf } from '~/domain/booths/floor-status.server'
import { registerExhibitor } from '~/domain/booths/register-exhibitor.server'
import { newId } from '~/domain/new-id.server'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireActor } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { RequestKey } from '~/ui/request-key'
import siteCss from '~/ui/styles/site.css?url'
import { requireEvent } from '../site/require-event.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: siteCss }]

const names = ['nameZh', 'nameEn', 'country', 'taxNumber', 'brands', 'products', 'editions'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const { event, config, lang } = await requireEvent(request, params.slug)
  if (!config.expo) throw notFound()
  const own = await exhibitorOf(event.id, personId)
  const name = say(config.name, lang)
  return {
    page: { title: translator(lang, 'exhibitor')('apply.titleOf', { name }) },
    slug: event.id,
    name,
    company: own && say({ zh: own.nameZh, en: own.nameEn }, lang),
    requestKey: newId(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireActor(request)
  const { event, config, lang } = await requireEvent(request, params.slug)
  if (!config.expo) throw notFound()
  const form = await readForm(request)
  const given = Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '').slice(0, 300)]))
  const read = CompanyForm.safeParse(given)
  if (!read.success) return data({ given, wrong: [...new Set(read.error.issues.map(({ path }) => String(path[0])))] }, 400)
  const requestKey = String(form.get('requestKey') ?? '').slice(0, 60) || newId()
  const outcome = await registerExhibitor({ eventId: event.id, personId, company: read.data, requestKey })
  if (!outcome.ok && outcome.reason === 'no-event') throw notFound()
  return redirect(localPath(lang, `/e/${event.id}/floor`))
}

export default function Apply() {
  const { slug, name, company, requestKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT('exhibitor')
  const to = useLocalPath()
  const value = (field: string) => refused?.given[field] ?? ''
  const faulty = (field: 'nameZh' | 'taxNumber' | 'editions') =>
    refused?.wrong.includes(field) && (
      <p className="wrong" id={`${field}-wrong`}>
        {t(`apply.wrong.${field}`)}
      </p>
    )
  return (
    <main id="content" tabIndex={-1} className="page page--narrow">
      <p>
        <a href={to(`/e/${slug}`)}>{name}</a>
      </p>
      <h1>{t('apply.title')}</h1>
      {company ? (
        <>
          <p>{t('apply.already', { company })}</p>
          <a className="button button--act" href={to(`/e/${slug}/floor`)}>
            {t('apply.toFloor')}
          </a>
        </>
      ) : (
        <form method="post">
          <RequestKey value={requestKey} />
          <p>{t('apply.intro')}</p>
          <div className="field">
            <label htmlFor="country">{t('apply.country')}</label>
            <select id="country" name="country" defaultValue={value('country') || 'CN'}>
              <option value="CN">{t('apply.inChina')}</option>
              <option value="OTHER">{t('apply.overseas')}</option>
            </select>
          </div>
          <div className="field">
            <label htmlFor="nameZh">{t('apply.nameZh')}</label>
            <input
              id="nameZh"
              name="nameZh"
              maxLength={80}
              defaultValue={value('nameZh')}
              aria-invalid={refused?.wrong.includes('nameZh')}
              aria-describedby="name-help"
            />
            <p className="help" id="name-help">
              {t('apply.nameHelp')}
            </p>
            {faulty('nameZh')}
          </div>
          <div className="field">
            <label htmlFor="nameEn">{t('apply.nameEn')}</label>
            <input id="nameEn" name="nameEn" maxLength={120} defaultValue={value('nameEn')} lang="en" />
          </div>
          <div className="field">
            <label htmlFor="taxNumber">{t('apply.tax')}</label>
            <input
              id="taxNumber"
              name="taxNumber"
              maxLength={40}
              defaultValue={value('taxNumber')}
              autoComplete="off"
              aria-invalid={refused?.wrong.includes('taxNumber')}
            />
            {faulty('taxNumber')}
          </div>
          <div className="field">
            <label htmlFor="brands">{t('apply.brands')}</label>
            <input id="brands" name="brands" maxLength={200} defaultValue={value('brands')} />
          </div>
          <div className="field">
            <label htmlFor="products">{t('apply.products')}</label>
            <input id="products" name="products" maxLength={200} defaultValue={value('products')} />
          </div>
          <div className="field">
            <label htmlFor="editions">{t('apply.editions')}</label>
            <input
              id="editions"
              name="editions"
              inputMode="numeric"
              maxLength={2}
              defaultValue={value('editions') || '0'}
              aria-invalid={refused?.wrong.includes('editions')}
            />
            {faulty('editions')}
          </div>
          <button className="button button--act">{t('apply.send')}</button>
        </form>
      )}
    </main>
  )
}
