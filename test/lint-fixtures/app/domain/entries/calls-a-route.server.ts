// breaks: domain-knows-no-caller
export { page } from '~/routes/site/page'
