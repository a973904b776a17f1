export const fact = 'forwarding'
