/** Units of the drawing for a decimetre of floor: a 3 m cell is 60 wide, room for a number, a price and the openings. */
export const K = 2
/** Room around the hall for doors, the compass and the scale. */
export const EDGE = 40
