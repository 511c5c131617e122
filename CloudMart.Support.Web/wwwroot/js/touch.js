/** Whether who sits here writes with a finger. */
export const touch = matchMedia('(hover: none) and (pointer: coarse)');
