package dev.migrate.demo.audit;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface SystemLogRepository extends JpaRepository<SystemLog, Long> {

	List<SystemLog> findByOrderByIdDesc(Limit limit);

}
