// breaks: noun-setup
export { fact as other } from '~/domain/privacy/fact'
