// breaks: eqeqeq
// breaks: inline configuration
/* eslint-disable eqeqeq */
export const loose = (a: unknown) => a == 1
