// breaks: gateways-know-no-domain
export { fact } from '~/domain/people/fact'
