import { createContext } from 'svelte';
import type { AppState } from './create-app-state';

const [get, set] = createContext<AppState>();

/** The app's state, below the root layout. */
export const getAppState = get;
/** Hands the state down; called once, by the root layout. */
export const provideAppState = set;
