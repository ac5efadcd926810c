import { mount } from 'svelte';
import Check from './Check.svelte';

mount(Check, { target: document.getElementById('app')! });
