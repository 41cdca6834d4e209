/** The look of an icon that points along the lines of a text, such as an arrow to what comes next. */
export const mirroredLook = { ':global([dir="rtl"])': { transform: 'scaleX(-1)' } } as const;
