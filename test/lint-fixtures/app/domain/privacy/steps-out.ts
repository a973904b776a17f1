// breaks: noun-privacy
export { fact as other } from '~/domain/setup/fact'
