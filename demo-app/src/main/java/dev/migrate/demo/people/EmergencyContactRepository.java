package dev.migrate.demo.people;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface EmergencyContactRepository extends JpaRepository<EmergencyContact, Long> {

	List<EmergencyContact> findByUserIdOrderByCallOrder(Long userId);

}
