// The themes of the demo, by the names of their files in demo/course/themes.

/** Every theme; test/project/themes.test.ts holds this list to the folder. */
export const themeNames = ['contrast', 'default', 'dense', 'night', 'serif', 'wordpress'] as const;
