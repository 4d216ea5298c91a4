package dev.migrate.autoconfigure;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The application's context as commands need it: all beans are defined, none is created
 * before it is asked for, nothing is started and no event reaches a listener.
 */
class CommandApplicationContext extends AnnotationConfigApplicationContext {

	@Override
	protected void registerListeners() {
		// No listener of the application hears of a command
	}

	@Override
	protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beanFactory) {
		if (!beanFactory.hasEmbeddedValueResolver()) {
			beanFactory.addEmbeddedValueResolver((value) -> getEnvironment().resolvePlaceholders(value));
		}
		// Neither singletons nor load-time weaver aware beans (the entity manager
		// factory)
		// are created in advance
		beanFactory.freezeConfiguration();
	}

	@Override
	protected void finishRefresh() {
		// No lifecycle is started
	}

	@Override
	public void publishEvent(ApplicationEvent event) {
	}

	@Override
	public void publishEvent(Object event) {
	}

}
