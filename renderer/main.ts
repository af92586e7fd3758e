import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { makeRouter } from './app/router.ts';
import { spareMemory } from './app/spare-memory.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/element-plus.css';

const app = createApp(App).use(createPinia());
app.config.errorHandler = (cause, _instance, where) => { console.error(`render: ${where}`, cause); };
const router = makeRouter();
spareMemory(router);
app.use(router).mount('#app');
